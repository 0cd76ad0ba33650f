import { expect, it } from 'vitest'
import { listedDuty, listNamed, rolesNamed } from './listed-duty.ts'

it.each([
  ['每季度对意识形态工作进行一次分析研判', '', 'quarter', 1, ['analysis'], '意识形态'],
  ['专题研究全面从严治党工作，每年不少于2次', '', 'year', 2, ['deployment'], '全面从严治党'],
  ['带头讲党课', '每年至少一次', 'year', 1, ['party_lecture'], ''],
  ['开展警示教育，观看专题片', '6月底前', 'year', 1, ['warning_education'], ''],
  ['与班子成员、分管科室负责人谈心谈话', '每半年一次', 'half', 1, ['talk'], ''],
  ['理论学习中心组学习', '每月1次', 'month', 1, ['core_group'], ''],
  ['带头廉洁自律', '', 'year', 1, [], ''],
] as const)('%s', (text, often, per, amount, kinds, subject) => {
  expect(listedDuty(text, often)).toMatchObject({ name: text, per, amount, kinds, subject })
})

it('says whether it was told how often', () => {
  expect([listedDuty('带头讲党课'), listedDuty('带头讲党课', '全年')].map(({ saysHowOften }) => saysHowOften)).toEqual([
    false,
    true,
  ])
})

it('is called by its first clause where it is long', () => {
  const text = `每半年专题研究一次意识形态工作，${'切实加强对意识形态工作的领导，'.repeat(6)}`
  expect(listedDuty(text).name).toBe('每半年专题研究一次意识形态工作')
  expect(listedDuty('很'.repeat(90)).name).toHaveLength(60)
})

it.each([
  ['党组书记', ['head']],
  ['主要负责人', ['head']],
  ['班子其他成员', ['deputy', 'member']],
  ['纪检组长', ['discipline']],
  ['支部书记、支委', ['secretary', 'committee_member']],
  ['领导班子', []],
  ['', []],
  ['李建国', null],
] as const)('%s', (words, roles) => {
  expect(rolesNamed(words)).toEqual(roles)
})

it('tells the list by its title', () => {
  expect(['2025年全面从严治党主体责任清单', '监督责任清单', '班子成员一岗双责清单', '工作清单'].map(listNamed)).toEqual(
    ['main', 'supervision', 'one_post', null],
  )
})

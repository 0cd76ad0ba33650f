import { MeetingNotice } from '@duizhao/contract'
import { expect, it } from 'vitest'
import { anew, bodyOf, type CampaignValues, fromNotice, fromReading, linesOf } from './campaign-values.ts'

const values = {
  ...anew,
  cycleYear: 2026,
  name: '2026年度民主生活会',
  fromOn: '2026-12-20',
  untilOn: '2027-02-28',
  aspects: [{ title: ' 带头学习 ', points: '学得不深\n\n 学用脱节 ' }, {}, { title: '' }],
  mirrors: '党章党规\n',
  reportItems: '',
} as unknown as CampaignValues

it('a form’s texts are sent as lists, without what is empty', () => {
  expect(bodyOf(values)).toMatchObject({
    aspects: [{ title: '带头学习', points: ['学得不深', '学用脱节'] }],
    mirrors: ['党章党规'],
    reportItems: [],
  })
  expect(linesOf(undefined)).toEqual([])
})

it('a notice file fills the form with what it asks', () => {
  const notice = MeetingNotice.parse({
    ...{ 会议: '民主生活会', 年度: 2026, 主题: '以好作风干好工作', 部分: ['原因剖析', '存在的问题'] },
    方面: ['带头学习', { 名称: '带头担当', 要点: ['遇事推脱'] }],
    要通报: ['上年度整改'],
  })
  expect(fromNotice(notice)).toEqual({
    ...{ kind: 'democratic_life', cycleYear: 2026, name: '2026年度民主生活会', theme: '以好作风干好工作' },
    ...{ requiredSections: ['problems', 'causes'], known: 'regulation', mirrors: '', reportItems: '上年度整改' },
    aspects: [
      { title: '带头学习', points: '' },
      { title: '带头担当', points: '遇事推脱' },
    ],
  })
})

it('a notice that was read fills what it says, and leaves the rest as it is', () => {
  const nothing = { theme: null, fromOn: null, leadWorkdays: null, reportDays: null, title: null }
  const reading = {
    ...{ ...nothing, fileName: '通知.docx', kind: { value: 'democratic_life' as const, words: '民主生活会' } },
    ...{ cycleYear: { value: 2026, words: '2026年度' }, untilOn: { value: '2027-01-31', words: '1月底前' } },
    ...{ aspects: [{ title: '带头学习', points: ['学用脱节'] }], mirrors: [], reportItems: [] },
  }
  const values = fromReading(reading)
  expect(values).toMatchObject({ name: '2026年度民主生活会', untilOn: '2027-01-31', known: 'regulation' })
  expect(values).not.toHaveProperty('theme')
  expect(values).not.toHaveProperty('leadWorkdays')
})

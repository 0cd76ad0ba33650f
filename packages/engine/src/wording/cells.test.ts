import { describe, expect, it } from 'vitest'
import { writtenIn } from './cell-words.ts'
import { withoutLeadingNumber } from './leading-number.ts'
import { dutyOfHeader } from './duty-headers.ts'
import { progressEntriesIn } from './progress-entries.ts'
import { sourceNamed } from './source-words.ts'
import { unitKindNamed } from './unit-kinds.ts'

describe('words of cells', () => {
  it.each([
    ['民主生活会相互批评', 'criticism'],
    ['征求意见箱', 'opinion'],
    ['2025年度民主生活会', 'meeting'],
    ['市委巡察反馈', 'inspection'],
    ['经济责任审计', 'audit'],
    ['12345热线', 'petition'],
    ['消防隐患', 'hazard'],
    ['谈心谈话', 'talk'],
    ['征求意见和谈心谈话', 'opinion'],
    ['专题调研', 'study'],
    ['典型案例剖析', 'case'],
    ['省政府督查', 'supervision'],
    ['第三方评估', 'third_party'],
    ['县委督查室', null],
    ['自查', 'meeting'],
    ['县审计局', null],
    ['县委巡察办', null],
  ])('%s comes from %s', (words, source) => {
    expect(sourceNamed(words)).toBe(source)
  })

  it.each([
    ['县委教育工委', 'working_committee'],
    ['县水利局党组', 'party_group'],
    ['机关党总支', 'general_branch'],
    ['第一党支部', 'branch'],
    ['第二党小组', 'cell'],
    ['青石镇党委', 'committee'],
    ['办公室', 'department'],
    ['县水利局', 'unit'],
  ])('%s is a %s', (name, kind) => {
    expect(unitKindNamed(name)).toBe(kind)
  })

  it('tells a mark and a sign for nothing from words', () => {
    expect(
      ['一、思想建设', '（二）、组织建设', '十一. 作风', '三 纪律', '12.制度', '3）学习'].map(withoutLeadingNumber),
    ).toEqual(['思想建设', '组织建设', '作风', '纪律', '制度', '学习'])
    const none = ['一批问题', '1.5亿元未用', '2024年的账']
    expect(none.map(withoutLeadingNumber)).toEqual(none)
    expect([' 是 ', '—', '/', '无', '无人负责'].map(writtenIn)).toEqual(['是', '', '', '', '无人负责'])
    expect(['资金保障（万元）', '工作经费', '应急预案', '责任人'].map(dutyOfHeader)).toEqual([
      'funding',
      'funding',
      'contingency',
      null,
    ])
  })

  it('divides progress by the dates its lines begin with', () => {
    expect(progressEntriesIn('2026年1月5日：印发方案\n并组织学习\n3月2日 完成整改\n', '2026-02-01')).toEqual([
      { on: '2026-01-05', text: '印发方案\n并组织学习' },
      { on: '2025-03-02', text: '完成整改' },
    ])
    expect(progressEntriesIn('正在推进', '2026-02-01')).toEqual([{ on: '2026-02-01', text: '正在推进' }])
  })
})

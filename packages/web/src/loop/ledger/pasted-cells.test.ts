import { describe, expect, it } from 'vitest'
import { blockOf, plannedPaste, undonePaste } from './pasted-cells.ts'
import { problemWith } from './testing/problem.ts'

const fresh = problemWith({ id: 'a', number: 1, state: 'registered', aspect: '作风', dueOn: '2027-06-30', version: 4 })
const standing = problemWith({ id: 'b', number: 2, state: 'rectifying', aspect: '纪律', dueOn: '2027-01-31' })
const done = problemWith({ id: 'c', number: 3, state: 'struck_off', aspect: '纪律' })
const targets = { listed: [fresh, standing, done], selected: [standing, fresh], year: 2026 }

const paste = (cells: readonly (readonly string[])[]) => plannedPaste(blockOf(cells), targets)

it('a block is known by its heads, in the words of the list or of paper; without heads one says what it is', () => {
  expect(
    blockOf([
      ['编号', '类别', '责任人'],
      ['1', '纪律', '沈明'],
    ]),
  ).toEqual({
    rows: [['1', '纪律', '沈明']],
    columns: ['number', 'aspect', null],
  })
  expect(blockOf([['纪律'], ['作风']])).toEqual({ rows: [['纪律'], ['作风']], columns: [null] })
})

describe('what is pasted', () => {
  it('changes what differs, told by number, in whatever order', () => {
    const { planned, astray } = paste([
      ['编号', '方面', '来源', '类型', '完成时限'],
      ['2', '党风廉政', '会议查摆', '限期整改', '2027年1月31日'],
      ['1', '作风', '审计发现', '立行立改', '2027.7.31'],
    ])
    expect(astray).toEqual([])
    expect(planned.map(({ change }) => change)).toEqual([
      { problemId: 'b', version: standing.version, aspect: '党风廉政' },
      { problemId: 'a', version: 4, source: 'audit', class: 'immediate', dueOn: '2027-07-31' },
    ])
    expect(planned[1]?.words).toEqual([
      '来源：会议查摆 → 审计发现',
      '类型：限期整改 → 立行立改',
      '完成时限：2027年6月30日 → 2027年7月31日',
    ])
  })

  it('is refused cell by cell, each with its sentence, the rest goes on', () => {
    const { planned } = paste([
      ['编号', '方面', '完成时限', '来源'],
      ['2', '党风廉政', '2027-12-31', '道听途说'],
      ['1', '作风', '尽快', ''],
      ['3', '作风', '', ''],
    ])
    expect(planned.map(({ change }) => change)).toEqual([
      { problemId: 'b', version: standing.version, aspect: '党风廉政' },
      null,
      null,
    ])
    const remarks = planned.map(({ remark }) => remark)
    expect(remarks[0]).toMatch(/^完成时限：已经分派，要改请“申请延期”.+；来源：没有“道听途说”这一种$/)
    expect(remarks[1]).toBe('完成时限：读不出日期“尽快”')
    expect(remarks[2]).toContain('方面：状态是“已销号”，不能改')
  })

  it('goes to the selected in their order where no number says whose it is; what is left over is told', () => {
    const { planned, astray } = plannedPaste({ rows: [['防汛'], ['值守'], ['多的']], columns: ['aspect'] }, targets)
    expect(planned.map(({ problem, change }) => [problem.id, change?.aspect])).toEqual([
      ['b', '防汛'],
      ['a', '值守'],
    ])
    expect(astray).toEqual(['第 3 行：选中的问题只有 2 个'])
  })

  it('tells of lines that are nobody’s, and of a problem that comes twice', () => {
    const { planned, astray } = paste([
      ['编号', '方面'],
      ['9', '作风'],
      ['1', '纪律'],
      ['1', '作风'],
      ['', '作风'],
    ])
    expect(planned).toHaveLength(1)
    expect(astray).toEqual([
      '第 1 行：列出的问题里没有编号“9”',
      '第 3 行：编号 1 前面已经有一行',
      '第 4 行：列出的问题里没有编号“”',
    ])
  })

  it('is taken back, but for a deadline that stands from then on', () => {
    const { planned } = paste([
      ['编号', '方面', '完成时限'],
      ['1', '防汛', '2027-07-31'],
      ['2', '值守', '2027-01-31'],
    ])
    const [one, other] = planned
    expect(one && undonePaste(one, 5)).toEqual({ problemId: 'a', version: 5, aspect: '作风', dueOn: '2027-06-30' })
    expect(other && undonePaste(other, 8)).toEqual({ problemId: 'b', version: 8, aspect: '纪律' })
    const free = problemWith({ id: 'd', number: 4, state: 'assigned', class: 'sustained', dueOn: null })
    const { planned: dated } = plannedPaste(
      { rows: [['4', '2027-07-31']], columns: ['number', 'dueOn'] },
      { ...targets, listed: [free] },
    )
    expect(dated[0]?.change?.dueOn).toBe('2027-07-31')
    expect(dated[0] && undonePaste(dated[0], 2)).toBeNull()
  })
})

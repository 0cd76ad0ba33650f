import { describe, expect, it } from 'vitest'
import { linesOf, plannedPaste, undonePaste } from './pasted-cells.ts'
import { type Block, blockOf } from './pasted-columns.ts'
import { type NamedPerson, soughtIn } from './pasted-people.ts'
import { problemWith } from './testing/problem.ts'

const fresh = problemWith({ id: 'a', number: 1, state: 'registered', aspect: '作风', dueOn: '2027-06-30', version: 4 })
const standing = problemWith({ id: 'b', number: 2, state: 'rectifying', aspect: '纪律', dueOn: '2027-01-31' })
const done = problemWith({ id: 'c', number: 3, state: 'struck_off', aspect: '纪律' })
const targets = { listed: [fresh, standing, done], selected: [standing, fresh] }

const someone = (id: string, name: string): NamedPerson => ({ id, name, words: `${name}（${id}）` })
const staff = new Map([
  ['沈明', [someone('s', '沈明')]],
  ['陆岚', [someone('l1', '陆岚'), someone('l2', '陆岚')]],
])
const knows = (chosen: ReadonlyMap<string, string> = new Map()) => ({
  named: ({ name }: { readonly name: string }) => staff.get(name) ?? [],
  chosen,
})

/** What becomes of a block, with the lines that are nobody’s. */
function planOf(block: Block, { listed = targets.listed, people = knows() } = {}) {
  const { lines, astray } = linesOf(block, { ...targets, listed })
  const asked = { columns: block.columns, people, year: 2026 }
  return { planned: lines.map((line) => plannedPaste(line, asked)), astray }
}

const paste = (cells: readonly (readonly string[])[]) => planOf(blockOf(cells))

const written = (version: number, isAssigned = false) => ({
  row: { problemId: '', isDone: true, message: '', version },
  ...{ isChanged: true, isAssigned },
})

it('a block is known by its heads, in the words of the list or of paper; without heads one says what it is', () => {
  expect(
    blockOf([
      ['编号', '类别', '责任人'],
      ['1', '纪律', '沈明'],
    ]),
  ).toEqual({
    rows: [['1', '纪律', '沈明']],
    columns: ['number', 'aspect', 'handler'],
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
    const { planned, astray } = planOf({ rows: [['防汛'], ['值守'], ['多的']], columns: ['aspect'] })
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
    expect(one && undonePaste(one, written(5))?.change).toEqual({
      ...{ problemId: 'a', version: 5 },
      ...{ aspect: '作风', dueOn: '2027-06-30' },
    })
    expect(other && undonePaste(other, written(8))?.change).toEqual({ problemId: 'b', version: 8, aspect: '纪律' })
    const free = problemWith({ id: 'd', number: 4, state: 'assigned', class: 'sustained', dueOn: null })
    const { planned: dated } = planOf({ rows: [['4', '2027-07-31']], columns: ['number', 'dueOn'] }, { listed: [free] })
    expect(dated[0]?.change?.dueOn).toBe('2027-07-31')
    expect(dated[0] && undonePaste(dated[0], written(2))).toBeNull()
  })
})

describe('people in a pasted block', () => {
  const lead = { id: 'old', name: '方远' }
  const led = problemWith({ ...standing, lead, handler: { id: 'h', name: '何敏' } })

  it('are looked for once in each unit, but for who answers already', () => {
    const block = blockOf([
      ['编号', '责任领导', '经办人'],
      ['2', '方远', '沈明'],
      ['1', '沈明', '陆岚'],
    ])
    const { lines } = linesOf(block, { ...targets, listed: [fresh, led] })
    expect(soughtIn(block, lines).map(({ name, organisationId }) => [organisationId, name])).toEqual([
      ['o1', '沈明'],
      ['o1', '陆岚'],
    ])
  })

  it('are assigned by their names, beside what else the line changes', () => {
    const { planned } = planOf(
      { rows: [['2', '沈明', '', '防汛']], columns: ['number', 'lead', 'handler', 'aspect'] },
      { listed: [led] },
    )
    expect(planned[0]).toMatchObject({
      change: { problemId: 'b', aspect: '防汛' },
      assignment: { problemId: 'b', version: led.version, leadId: 's', handlerId: null },
      words: ['方面：纪律 → 防汛', '责任领导：方远 → 沈明（s）', '责任人：何敏 → 无'],
      remark: '',
    })
    expect(planned[0] && undonePaste(planned[0], written(9, true))?.assignment).toEqual({
      ...{ problemId: 'b', version: 9 },
      ...{ leadId: 'old', handlerId: 'h' },
    })
  })

  it('are asked for where there are several of the name, and refused where there is none', () => {
    const block: Block = { rows: [['2', '陆岚', '钱多']], columns: ['number', 'lead', 'handler'] }
    const [asked] = planOf(block, { listed: [led] }).planned
    expect(asked?.assignment).toBeNull()
    expect(asked?.remark).toBe('责任领导：有 2 位“陆岚”，请在上面选；责任人：临江市水务局没有“钱多”')
    const [told] = planOf(block, { listed: [led], people: knows(new Map([['o1 陆岚', 'l2']])) }).planned
    expect(told?.assignment).toMatchObject({ leadId: 'l2' })
  })

  it('are no use where the problem cannot be assigned so', () => {
    const refusedOf = (row: readonly string[], listed = targets.listed) =>
      planOf({ rows: [row], columns: ['number', 'lead', 'handler', 'dueOn'] }, { listed }).planned[0]
    expect(refusedOf(['3', '沈明', '', ''])?.remark).toContain('责任领导、责任人：状态是“已销号”')
    expect(refusedOf(['1', '', '沈明', '2027-06-30'])?.remark).toContain('没有责任领导')
    const undated = problemWith({ ...fresh, dueOn: null })
    expect(refusedOf(['1', '沈明', '', ''], [undated])?.remark).toContain('没有完成时限')
    expect(refusedOf(['1', '沈明', '', '2027-08-31'], [undated])).toMatchObject({
      ...{ change: { dueOn: '2027-08-31' }, assignment: { leadId: 's' }, remark: '' },
    })
  })
})

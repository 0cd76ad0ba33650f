import type { ProblemGrouping } from '@duizhao/contract'
import { describe, expect, it } from 'vitest'
import { groupLines } from './group-lines.ts'
import { problemWith } from './testing/problem.ts'

const water = { id: 'o1', name: '水务局' }
const schools = { id: 'o2', name: '教育局' }
/** Another of the same name: two cells called 办公室 are common. */
const waterToo = { id: 'o3', name: '水务局' }
const problems = [
  problemWith({ id: 'a', organisation: water, source: 'audit', state: 'registered' }),
  problemWith({ id: 'b', organisation: schools, source: 'audit', state: 'rectifying' }),
  problemWith({ id: 'c', organisation: water, source: 'meeting', state: 'rectifying' }),
  problemWith({ id: 'd', organisation: waterToo, source: 'other', state: 'struck_off' }),
]
const shown = (grouping: ProblemGrouping | undefined): string[] =>
  groupLines(problems, grouping).map(({ heading, problem }) => problem?.id ?? heading)

describe('the lines of the ledger', () => {
  it.each<[grouping: ProblemGrouping | undefined, lines: readonly string[]]>([
    [undefined, ['a', 'b', 'c', 'd']],
    ['organisation', ['水务局，2 个', 'a', 'c', '教育局，1 个', 'b', '水务局，1 个', 'd']],
    ['source', ['审计发现，2 个', 'a', 'b', '会议查摆，1 个', 'c', '其他，1 个', 'd']],
    ['state', ['已登记，1 个', 'a', '整改中，2 个', 'b', 'c', '已销号，1 个', 'd']],
  ])('by %s: groups in the order in which they are met, rows in theirs', (grouping, lines) => {
    expect(shown(grouping)).toEqual(lines)
  })

  it('have a key each, whatever they are grouped by', () => {
    for (const grouping of ['organisation', 'source', 'state'] as const) {
      const keys = groupLines(problems, grouping).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('of nothing are none', () => {
    expect(groupLines([], 'state')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { occurrences, together } from './index.ts'
import { facts, meeting, monthly } from './testing/facts.ts'

describe('what several owe, told together', () => {
  const quarterly = { ...monthly, per: 'quarter' } as const
  const of = (...days: string[]) =>
    occurrences(quarterly, { ...facts, records: days.map((day) => meeting(day)) }, 2026).occurrences

  it('is as far as the one who is furthest behind, and says of how many it is done, not of whom', () => {
    const lines = together([of('2026-01-05', '2026-04-05'), of('2026-01-06'), of('2026-02-01', '2026-05-05')])
    expect(lines.map(({ period, state, done, needed, records }) => [period, state, done, needed, records])).toEqual([
      ['2026-Q1', 'met', 3, 3, []],
      ['2026-Q2', 'missing', 2, 3, []],
      ['2026-Q3', 'missing', 0, 3, []],
      ['2026-Q4', 'pending', 0, 3, []],
    ])
  })

  it('stands in the order of the periods, where not all owe all of them', () => {
    expect(together([of().slice(2), of().slice(0, 2)]).map(({ period }) => period)).toEqual([
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
    ])
    expect(together([])).toEqual([])
  })
})

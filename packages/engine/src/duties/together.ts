import type { Occurrence, OccurrenceState } from './duty.ts'

/** The state that several in one period make together: the worst of theirs. */
const WORST_FIRST: readonly OccurrenceState[] = [
  'missing',
  'pending',
  'unknown',
  'late',
  'met',
  'waived',
  'not_applicable',
]

/**
 * What several people owe of one duty, period by period, as one line: of how many (`needed`) it is done or need not be
 * (`done`), without saying of whom. No records are named: they would say it.
 */
export function together(lines: readonly (readonly Occurrence[])[]): Occurrence[] {
  const byPeriod = Map.groupBy(lines.flat(), ({ period }) => period)
  return [...byPeriod.values()]
    .flatMap((same) => {
      const [first] = same
      const state = WORST_FIRST.find((each) => same.some((one) => one.state === each))
      if (!first || !state) return []
      const done = same.filter((one) => !['missing', 'pending', 'unknown'].includes(one.state)).length
      return [{ ...first, state, records: [], done, needed: same.length }]
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

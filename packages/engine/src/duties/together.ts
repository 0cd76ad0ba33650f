import type { Occurrence, OccurrenceState } from './duty.ts'

/** What is worse stands for what is better beside it. */
const WORST_FIRST: readonly OccurrenceState[] = [
  'missing',
  'pending',
  'unknown',
  'late',
  'met',
  'waived',
  'not_applicable',
]

/** The state that several make together: the worst of theirs; undefined of none. */
export function worstOf(states: readonly OccurrenceState[]): OccurrenceState | undefined {
  return WORST_FIRST.find((each) => states.includes(each))
}

/**
 * What several people owe of one duty, period by period, as one line: of how many (`needed`) it is done or need not be
 * (`done`), without saying of whom. No records are named: they would say it.
 */
export function together(lines: readonly (readonly Occurrence[])[]): Occurrence[] {
  const byPeriod = Map.groupBy(lines.flat(), ({ period }) => period)
  return [...byPeriod.values()]
    .flatMap((same) => {
      const [first] = same
      const state = worstOf(same.map((one) => one.state))
      if (!first || !state) return []
      const done = same.filter((one) => !['missing', 'pending', 'unknown'].includes(one.state)).length
      return [{ ...first, state, records: [], done, needed: same.length }]
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

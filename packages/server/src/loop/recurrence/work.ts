import { mattersOf, recurrencesAmong, type SharedWords, type StatedProblem } from '@duizhao/engine/recurrence'
import { type Work, work } from '@duizhao/workshop'

interface Asked {
  readonly earlier: readonly StatedProblem[]
  readonly later: readonly StatedProblem[]
}

/** An earlier problem by its place in the list, with what it shares. */
interface Offered {
  readonly at: number
  readonly shared: SharedWords
}

/** For each later problem the earlier ones it may be. */
export const offeredRecurrences = work('recurrence.offer', ({ earlier, later }: Asked): Offered[][] => {
  const placed = earlier.map((problem, at) => ({ ...problem, at }))
  return recurrencesAmong(placed)(later).map((all) => all.map(({ earlier: { at }, shared }) => ({ at, shared })))
})

/** For each problem what it is about. */
export const mattersOfProblems = work('recurrence.matters', (texts: readonly string[]): string[][] =>
  texts.map(mattersOf),
)

export const recurrenceWork: readonly Work[] = [offeredRecurrences, mattersOfProblems]

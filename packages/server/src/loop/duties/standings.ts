import type { OccurrenceState } from '@duizhao/contract'
import { holdTree } from '../../office/organisation/index.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { type BodyFacts, factsOf, type YearAsked, yearAsked } from './body-facts.ts'
import { bodiesById } from './facts-queries.ts'
import { type BodyLine, linesOf } from './lines.ts'
import { type BodyStanding, type DutyStanding, holdBodies, writeStandings } from './standing-queries.ts'

/**
 * Counts anew how some bodies stand on all they owe in some years, in the transaction of what changed it; who counts the
 * same body at the same time waits, so that nothing that was entered is missing from the count.
 */
export async function countStandings(
  tx: Tx,
  bodyIds: readonly string[],
  { years, now }: { readonly years: readonly number[]; readonly now: Date },
): Promise<void> {
  await holdTree(tx)
  await holdBodies(tx, bodyIds)
  const bodies = await bodiesById(tx, bodyIds)
  for (const year of years) {
    const asked = await yearAsked(tx, year, now)
    const all = (await factsOf(tx, bodies, year)).map((facts) => standingsOf(facts, asked))
    await writeStandings(tx, {
      bodyIds,
      year,
      duties: all.flatMap(({ duties }) => duties),
      bodies: all.flatMap((each) => each.bodies),
    })
  }
}

function standingsOf(
  facts: BodyFacts,
  asked: YearAsked,
): { readonly duties: DutyStanding[]; readonly bodies: BodyStanding[] } {
  const at = { organisation_id: facts.body.id, year: asked.year }
  const byDuty = Map.groupBy(linesOf(facts, asked), ({ duty }) => duty.id)
  const duties = [...byDuty].map(([duty_id, lines]) => ({ ...at, duty_id, ...countOf(lines) }))
  const listOf = new Map(facts.duties.map(({ id, list }) => [id, list]))
  const byList = Map.groupBy(duties, ({ duty_id }) => listOf.get(duty_id) ?? 'other')
  const lists = duties.length === 0 ? [] : [['', duties] as const, ...byList]
  const bodies = lists.map(([list, some]) => ({ ...at, list, missing: sum(some, 'missing'), late: sum(some, 'late') }))
  return { duties, bodies }
}

const countedAs: Readonly<Record<OccurrenceState, 'met' | 'late' | 'missing' | 'pending' | 'spared' | 'unknown'>> = {
  met: 'met',
  late: 'late',
  missing: 'missing',
  pending: 'pending',
  not_applicable: 'spared',
  waived: 'spared',
  unknown: 'unknown',
}

function countOf(lines: readonly BodyLine[]) {
  const counts = { met: 0, late: 0, missing: 0, pending: 0, spared: 0, unknown: 0, next_due: null as string | null }
  for (const { state, due } of lines.flatMap((line) => line.occurrences)) {
    counts[countedAs[state]] += 1
    if (state === 'pending' && (counts.next_due === null || due < counts.next_due)) counts.next_due = due
  }
  return counts
}

function sum(standings: readonly DutyStanding[], of: 'missing' | 'late'): number {
  return standings.reduce((total, each) => total + each[of], 0)
}

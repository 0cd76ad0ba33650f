import type { ComparedProblem, ProblemRecurrence, RecurrenceMatch } from '@duizhao/contract'
import { daysAfter } from '@duizhao/engine/wording'
import { may } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import { problemById, type ProblemRow, seenProblem } from '../ledger/index.ts'
import { earlierProblems, ownProblems, problemsOfIds } from './compared-queries.ts'
import { decidedOf, offeredMatches } from './offer.ts'
import { verdictsOf } from './verdict-queries.ts'

/** A list is entered over weeks: what was registered less than so many days before belongs to the same one. */
const ONE_LIST = 90
/** So many of the same list are compared with it: which earlier problem fits another of them better. */
const MOST_BESIDE = 60

/**
 * Whether a problem was there before: the earlier ones of its organisation and those below it that the engine offers, and
 * those of which a person has said something. Only what the actor may see is compared. Not found for what they may not see.
 */
export async function readRecurrence(context: ActorContext, problemId: string): Promise<ProblemRecurrence> {
  const problem = seenProblem(context, await problemById(context.db, problemId))
  const { db, actor } = context
  const { matches, compared } = await offeredFor(context, problem)
  const verdicts = await verdictsOf(db, [problemId])
  const told = new Map(verdicts.map((row) => [row.earlierId, decidedOf(row)]))
  const offered = new Set(matches.map(({ earlier }) => earlier.id))
  const others = await problemsOfIds(
    db,
    actor,
    [...told.keys()].filter((id) => !offered.has(id)),
  )
  const all: RecurrenceMatch[] = [
    ...matches,
    ...others.map((earlier) => ({ earlier, matters: [], words: [], decided: null })),
  ]
  return {
    matches: all.map((match) => ({ ...match, decided: told.get(match.earlier.id) ?? null })),
    compared,
    mayJudge: may(actor, 'problem.write', problem.path),
  }
}

/** What the engine offers for one problem, beside what it offers for others of the same list. */
async function offeredFor(
  context: ActorContext,
  { id, organisationId, path, registeredOn }: ProblemRow,
): Promise<{ readonly matches: RecurrenceMatch[]; readonly compared: number }> {
  const { db, actor } = context
  const before = daysAfter(registeredOn, -ONE_LIST)
  const [earlier, [own], beside] = await Promise.all([
    earlierProblems(db, actor, { path, before }),
    problemsOfIds(db, actor, [id]),
    ownProblems(db, actor, {
      organisationId,
      from: before,
      before: daysAfter(registeredOn, ONE_LIST),
      limit: MOST_BESIDE,
    }),
  ])
  if (own === undefined) return { matches: [], compared: 0 }
  const later: ComparedProblem[] = [own, ...beside.filter((other) => other.id !== id)]
  const [matches = []] = await offeredMatches(context, earlier, later)
  return { matches, compared: earlier.length }
}

import { type Answer, type endpoints, isUncounted, type Page, type Sweep, type SweptBody } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { may } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { maySee, problemById, seenProblem } from '../ledger/index.ts'
import {
  type AskedBody,
  askedBodies,
  numbersOf,
  sweepById,
  type SweepRow,
  sweepsOfProblem,
  sweepsPage,
  sweepThatFound,
} from './sweep-queries.ts'

/**
 * Sweeps as the actor may know them: of the bodies that were asked those he may read the ledger of, of the problems those
 * he may see.
 */
export async function shownSweeps({ db, actor }: ActorContext, rows: readonly SweepRow[]): Promise<Sweep[]> {
  const asked = (
    await askedBodies(
      db,
      rows.map(({ id }) => id),
    )
  ).filter(({ path }) => may(actor, 'problem.read', path))
  const ids = [...rows.map(({ problemId }) => problemId), ...asked.flatMap(({ problemId }) => problemId ?? [])]
  const numbers = await numbersOf(db, actor, ids)
  const numbered = (id: string | null) => {
    const number = id === null ? undefined : numbers.get(id)
    return id === null || number === undefined ? null : { id, number }
  }
  return rows.map((row): Sweep => {
    const { id, text, problemId, askedOn, answerDueOn, by, withdrawnOn, withdrawReason } = row
    const body = ({ organisation, path, answer, reason, answeredOn, by: answerer, ...one }: AskedBody): SweptBody => ({
      ...{ organisation, answer, reason, answeredOn, by: answerer, problem: numbered(one.problemId) },
      mayAnswer: answer !== 'found' && withdrawnOn === null && may(actor, 'problem.write', path),
    })
    return {
      ...{ id, text, askedOn, answerDueOn, by, problem: numbered(problemId) },
      withdrawn: withdrawnOn === null ? null : { on: withdrawnOn, reason: withdrawReason },
      bodies: asked.filter(({ sweepId }) => sweepId === id).map(body),
      mayWithdraw: withdrawnOn === null && row.askedBy === actor.accountId,
    }
  })
}

/** One sweep. Not found for who may know of none of the bodies it asked, and does not see the problem. */
export async function readSweep(context: ActorContext, id: string): Promise<Sweep> {
  const row = await sweepById(context.db, id)
  const [sweep] = row === undefined ? [] : await shownSweeps(context, [row])
  if (!sweep || (sweep.bodies.length === 0 && sweep.problem === null)) throw notFound('这次举一反三')
  return sweep
}

/** What was asked of an organisation and those below it. */
export async function listSweeps(
  context: ActorContext,
  organisationId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Sweep>> {
  const organisation = await permittedOrganisation(context.db, context.actor, 'problem.read', organisationId)
  const { items, next } = await sweepsPage(context.db, organisation, paging)
  return { items: await shownSweeps(context, items), next }
}

/** The sweeps a problem gave rise to, and the one that found it. */
export async function listProblemSweeps(
  context: ActorContext,
  problemId: string,
): Promise<Answer<typeof endpoints.listProblemSweeps>> {
  const { db, actor } = context
  const problem = seenProblem(context, await problemById(db, problemId))
  const [rows, found] = await Promise.all([sweepsOfProblem(db, problemId), sweepThatFound(db, problemId)])
  const [foundBy = null] = found === undefined ? [] : await shownSweeps(context, [found])
  return {
    items: await shownSweeps(context, rows),
    foundBy,
    mayAsk:
      problem.aboutId === null &&
      !isUncounted(problem.state) &&
      maySee(actor, problem) &&
      may(actor, 'problem.write', problem.path),
  }
}

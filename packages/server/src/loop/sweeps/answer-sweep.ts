import { type endpoints, isUncounted, type Received, type Sweep } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, forbidden, invalid, notFound } from '../../platform/refusal.ts'
import { maySee, problemById, registerProblem } from '../ledger/index.ts'
import { readSweep } from './show-sweeps.ts'
import {
  type AskedBody,
  askedBodies,
  problemNumbered,
  setAnswer,
  sweepForUpdate,
  type SweepRow,
} from './sweep-queries.ts'

type Given = Received<typeof endpoints.answerSweep>['body']

/**
 * Answers for a body whether it has the problem too: none, or one of its ledger, registered now if it is not there yet. That
 * there is none can be said otherwise later; what was found stays. Conflict once it is found, or was taken back.
 */
export async function answerSweep(
  context: ActorContext,
  { sweepId, organisationId }: { readonly sweepId: string; readonly organisationId: string },
  { reason, found }: Given,
): Promise<Sweep> {
  const { actor, now } = context
  await transaction(context.db, async (tx) => {
    const sweep = await sweepForUpdate(tx, sweepId)
    const bodies = sweep === undefined ? [] : await askedBodies(tx, [sweepId])
    const body = bodies.find(({ organisation }) => organisation.id === organisationId)
    if (!sweep || !body || !may(actor, 'problem.read', body.path)) throw notFound('这次举一反三')
    if (!may(actor, 'problem.write', body.path)) throw forbidden(`对“${body.organisation.name}”没有这项权限。`)
    if (sweep.withdrawnOn !== null) throw conflict('这次举一反三已经撤回，不用答复。')
    if (body.answer === 'found') throw conflict('已经答复查出了问题。', '问题接着在台账里整改。')
    const problemId = found === null ? null : await foundProblem(tx, context, { sweep, body, found })
    const answer = found === null ? ('none' as const) : ('found' as const)
    const { accountId, personName: byName } = actor
    await setAnswer(tx, sweepId, organisationId, { answer, reason, problemId, on: dateInChina(now), accountId, byName })
    await record(tx, context, {
      ...{ action: 'sweep.answer', subject: body.organisation.name, organisationId },
      detail: { sweepId, answer, problemId },
    })
  })
  return readSweep(context, sweepId)
}

interface Found {
  readonly sweep: SweepRow
  readonly body: AskedBody
  readonly found: NonNullable<Given['found']>
}

/** The problem of the body, or of a unit of it, that was found; registered if it is new. */
async function foundProblem(tx: Tx, context: ActorContext, { sweep, body, found }: Found): Promise<string> {
  if (found.as === 'known') {
    const id = await problemNumbered(tx, found.number)
    const problem = id === undefined ? undefined : await problemById(tx, id)
    const isTheirs = problem !== undefined && problem.path.includes(body.organisation.id)
    if (!problem || !isTheirs || !maySee(context.actor, problem) || problem.id === sweep.problemId)
      throw invalid(`没有找到“${body.organisation.name}”的问题 ${found.number} 号。`, '请核对编号，或者现在登记。', [
        { field: 'found.number', message: '没有找到' },
      ])
    if (isUncounted(problem.state)) throw conflict('这个问题不再统计。', '请写接着整改的那一个，或者现在登记。')
    return problem.id
  }
  const asked = await problemById(tx, sweep.problemId)
  const { as: _, ...fields } = found
  const given = { ...fields, cause: '', goal: '', inspectionId: null, origin: null, aboutId: null }
  // What was found by looking oneself comes from where the first one came, but for an inspection's own list.
  const source = asked === undefined || asked.source === 'inspection' ? ('other' as const) : asked.source
  return registerProblem({ ...context, db: tx }, body.organisation.id, { ...given, source })
}

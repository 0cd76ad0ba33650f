import { type endpoints, isUncounted, type Received, type Sweep } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { organisationById, permittedOrganisation } from '../../office/organisation/index.ts'
import { may } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict, forbidden, invalid, notFound } from '../../platform/refusal.ts'
import { problemById, seenProblem } from '../ledger/index.ts'
import { readSweep } from './show-sweeps.ts'
import { insertSweep, setWithdrawn, sweepForUpdate } from './sweep-queries.ts'

/**
 * Asks bodies one answers for whether they have the same problem. Conflict for a problem about a person, which is nobody
 * else's business, and for one that counts nowhere; invalid for bodies one does not answer for.
 */
export async function askSweep(
  context: ActorContext,
  problemId: string,
  { text, answerDueOn, organisationIds }: Received<typeof endpoints.askSweep>['body'],
): Promise<Sweep> {
  const { actor, now } = context
  const id = newId()
  const today = dateInChina(now)
  await transaction(context.db, async (tx) => {
    const problem = seenProblem(context, await problemById(tx, problemId))
    await permittedOrganisation(tx, actor, 'problem.write', problem.organisationId)
    if (problem.aboutId !== null)
      throw conflict('关于个人的问题不能举一反三。', '需要各单位自查的，另外登记一个不写人的问题。')
    if (isUncounted(problem.state)) throw conflict('这个问题不再统计。', '请从接着整改的问题举一反三。')
    if (answerDueOn < today)
      throw invalid('答复的日期已经过了。', '请改日期。', [{ field: 'answerDueOn', message: '不能早于今天' }])
    const bodies = await Promise.all([...new Set(organisationIds)].map((each) => organisationById(tx, each)))
    const wrong = (message: string) =>
      invalid(message, '请重新选单位。', [{ field: 'organisationIds', message: '请重新选' }])
    const known = bodies.filter((body) => body !== undefined)
    if (known.length < bodies.length || known.some(({ path }) => !may(actor, 'problem.write', path)))
      throw wrong('有的单位不在授权范围内。')
    if (known.some((body) => body.id === problem.organisationId)) throw wrong('问题就是这个单位的，不用再问它。')
    const asked = { askedOn: today, answerDueOn, askedBy: actor.accountId, byName: actor.personName }
    await insertSweep(tx, { id, problemId, text, ...asked }, known)
    await record(tx, context, {
      ...{ action: 'sweep.ask', subject: `问题 ${problem.number} 号`, organisationId: problem.organisationId },
      detail: { id, answerDueOn, organisationIds: known.map((body) => body.id) },
    })
  })
  return readSweep(context, id)
}

/** Takes back what one asked, with the reason: nobody has to answer any more, what was answered stays. */
export async function withdrawSweep(context: ActorContext, id: string, reason: string): Promise<Sweep> {
  await readSweep(context, id)
  await transaction(context.db, async (tx) => {
    const sweep = await sweepForUpdate(tx, id)
    const problem = sweep && (await problemById(tx, sweep.problemId))
    if (!sweep || !problem) throw notFound('这次举一反三')
    if (sweep.askedBy !== context.actor.accountId) throw forbidden('只有提出的人能撤回。', '请他撤回。')
    if (sweep.withdrawnOn !== null) throw conflict('已经撤回了。')
    await setWithdrawn(tx, id, dateInChina(context.now), reason)
    await record(tx, context, {
      ...{ action: 'sweep.withdraw', subject: `问题 ${problem.number} 号`, organisationId: problem.organisationId },
      detail: { id },
    })
  })
  return readSweep(context, id)
}

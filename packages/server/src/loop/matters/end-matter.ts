import type { Matter, MatterEnding } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, forbidden, notFound } from '../../platform/refusal.ts'
import { matterForUpdate, matterOf, type MatterRow, updateEnding } from './matter-queries.ts'
import { type Asking, leaveToAnother, standingIn } from './policy.ts'

/**
 * Says what became of a matter, and why. Not found for who may not see it; forbidden for who it is about, where another can;
 * conflict if it has an ending already.
 */
export function endMatter(
  context: ActorContext,
  matterId: string,
  {
    ending,
    reason,
    version,
  }: { readonly ending: Exclude<MatterEnding, 'problem'>; readonly reason: string; readonly version: number },
): Promise<Matter> {
  const asking = { actor: context.actor, today: dateInChina(context.now) }
  return transaction(context.db, async (tx) => {
    const matter = await openMatter(tx, asking, { id: matterId, version })
    await leaveToAnother(tx, asking, matter)
    await updateEnding(tx, matterId, { ending, reason, on: asking.today, problemId: null })
    const after = await matterForUpdate(tx, matterId)
    // Neither of whom it tells nor what it says: those who read the log are not those who may read it.
    const told = { subject: MATTER, organisationId: matter.organisationId, detail: { id: matterId, ending } }
    await record(tx, context, { action: 'matter.end', ...told })
    return matterOf(after ?? matter)
  })
}

/** What the audit log calls a matter. */
export const MATTER = '一条批评意见'

/** The matter, held, if the actor runs the body’s meetings and nothing became of it yet. */
export async function openMatter(
  tx: Tx,
  asking: Asking,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<MatterRow> {
  const matter = await matterForUpdate(tx, id)
  if (!matter) throw notFound('这条意见')
  const { mayWrite, seesAll } = await standingIn(tx, asking, matter.organisationId)
  const isOwn = matter.aboutId === asking.actor.personId
  if (!seesAll && !isOwn) throw notFound('这条意见')
  if (!mayWrite) throw forbidden('意见的结果由办会的人写。', '请找组织者、书记。')
  if (matter.ending !== null) throw conflict('这条意见已经有了结果。', '请重新打开，看写了什么。')
  if (matter.version !== version)
    throw conflict('这条意见刚刚被别人改过。', '请重新打开，看改成了什么。', { version: matter.version })
  return matter
}

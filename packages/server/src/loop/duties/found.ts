import type { Permission } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { forbidden, notFound } from '../../platform/refusal.ts'
import { dutyForUpdate } from './duty-queries.ts'

type Held = NonNullable<Awaited<ReturnType<typeof dutyForUpdate>>>

/** The duty, locked, if the actor may change it; not found for who may not see it. */
export async function heldDuty(tx: Tx, { actor }: ActorContext, id: string): Promise<Held> {
  const held = await dutyForUpdate(tx, id)
  const has = (permission: Permission) => held !== undefined && may(actor, permission, held.path)
  if (!held || !has('duty.read')) throw notFound('这个履职事项')
  if (!has('duty.write')) throw forbidden(`“${held.duty.name}”由${held.duty.organisationName}定，没有修改的权限。`)
  return held
}

import type { Permission } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { forbidden } from '../../platform/refusal.ts'
import { reachOfAccount } from './grant-queries.ts'

interface Asked {
  readonly accountId: string
  readonly permission: Permission
}

/** True if the actor has the permission wherever the account may do anything. */
export async function reaches(tx: Tx, actor: Actor, { accountId, permission }: Asked): Promise<boolean> {
  return (await reachOfAccount(tx, accountId)).every((path) => may(actor, permission, path))
}

/** An account is judged by what it may do, not by where its person belongs: forbidden if that goes beyond the actor's reach. */
export async function checkReach(tx: Tx, actor: Actor, asked: Asked): Promise<void> {
  if (!(await reaches(tx, actor, asked)))
    throw forbidden('这个账号在别的范围还有职务，不归你管。', '请由管得到那里的管理员办理。')
}

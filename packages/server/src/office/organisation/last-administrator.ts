import { roleNames } from '@duizhao/contract'
import { hold } from '../../platform/database/locks.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict } from '../../platform/refusal.ts'
import { rolesOnlyHeldBy } from './grant-queries.ts'

interface Losing {
  readonly accountId: string
  /** The one grant it is about to lose; all of them if not given. */
  readonly grantId?: string
}

/**
 * Refuses to take away what only this account can do: over the root there is always an administrator of each kind, or
 * nobody could grant, unlock or read the log again. Call it before the change; two at once wait for each other.
 */
export async function keepAdministrators(tx: Tx, losing: Losing): Promise<void> {
  await hold(tx, 'administrators')
  const [role] = await rolesOnlyHeldBy(tx, losing)
  if (role === undefined) return
  throw conflict(`这是最后一位${roleNames[role]}，不能没有。`, `请先让另一个账号做${roleNames[role]}。`)
}

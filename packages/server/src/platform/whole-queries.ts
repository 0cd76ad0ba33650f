import type { Permission } from '@duizhao/contract'
import { mayOverAll } from './access.ts'
import type { Actor } from './context.ts'
import type { Database } from './database/pool.ts'
import type { Tx } from './database/transaction.ts'

/** The organisations at the top of the tree. */
export async function rootIds(db: Database | Tx): Promise<string[]> {
  const rows = await db.selectFrom('organisation').select('id').where('parent_id', 'is', null).execute()
  return rows.map(({ id }) => id)
}

/** True if the actor has the permission over the whole installation, as a bureau's administrator has not. */
export async function mayOverWhole(db: Database | Tx, actor: Actor, permission: Permission): Promise<boolean> {
  return mayOverAll(actor, permission, await rootIds(db))
}

import { sql } from 'kysely'
import type { Database } from '../database/pool.ts'

/** When the last backup was made that holds everything; null if none was. */
export async function lastBackupAt(db: Database): Promise<Date | null> {
  const row = await db
    .selectFrom('audit_entry')
    .select('at')
    .where('action', '=', 'system.backup')
    .where('succeeded', '=', true)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** When a backup failed last, if none was made since; null if none failed after `last`. */
export async function lastFailedBackupAt(db: Database, last: Date | null): Promise<Date | null> {
  let query = db
    .selectFrom('audit_entry')
    .select('at')
    .where('action', '=', 'system.backup')
    .where('succeeded', '=', false)
  if (last !== null) query = query.where('at', '>', last)
  return (await query.orderBy('number', 'desc').limit(1).executeTakeFirst())?.at ?? null
}

/** Which of some files is the last backup that holds everything; null if none is. */
export async function lastGoodOf(db: Database, names: readonly string[]): Promise<string | null> {
  const row = await db
    .selectFrom('audit_entry')
    .select(sql<string>`detail ->> 'file'`.as('file'))
    .where('action', '=', 'system.backup')
    .where('succeeded', '=', true)
    .where(sql<string>`detail ->> 'file'`, 'in', names)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.file ?? null
}

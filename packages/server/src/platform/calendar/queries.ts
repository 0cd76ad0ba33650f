import type { Database } from '../database/pool.ts'
import type { Tx } from '../database/transaction.ts'

/** What an office has set otherwise than the State Council, by date. */
export type WorkdayExceptions = ReadonlyMap<string, boolean>

export async function readExceptions(db: Database | Tx): Promise<WorkdayExceptions> {
  const rows = await db.selectFrom('workday_exception').select(['date', 'is_workday']).execute()
  return new Map(rows.map((row) => [row.date, row.is_workday]))
}

/** Sets a date otherwise than the State Council; null takes back what was set. */
export async function setException(tx: Tx, date: string, isWorkday: boolean | null): Promise<void> {
  await tx.deleteFrom('workday_exception').where('date', '=', date).execute()
  if (isWorkday !== null) await tx.insertInto('workday_exception').values({ date, is_workday: isWorkday }).execute()
}

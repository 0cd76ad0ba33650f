import type { RecordKind } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { attendanceAt } from './expected.ts'
import { heldAs } from './kept-queries.ts'
import { postsAround } from './present-records.ts'
import { participantsOf } from './queries.ts'

/** How many were due to come to what a record tells of, and came; null where no post of that day says so. */
export async function attendanceOf(
  db: Database | Tx,
  recordId: string,
): Promise<{ readonly expected: number; readonly present: number } | null> {
  const row = await heldAs(db, recordId)
  if (!row) return null
  const held = { ...row, kinds: row.kinds as RecordKind[] }
  return attendanceAt(held, await postsAround(db, [held]), await participantsOf(db, [recordId]))
}

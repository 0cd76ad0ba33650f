import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transaction.ts'

/** True if a problem lies at or below an organisation. */
export async function problemLies(tx: Tx, problemId: string, organisationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('problem')
    .select('id')
    .where('id', '=', problemId)
    .where(sql<boolean>`${organisationId} in (a1, a2, a3, a4, a5, a6, a7, a8)`)
    .executeTakeFirst()
  return row !== undefined
}

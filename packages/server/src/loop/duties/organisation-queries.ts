import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transaction.ts'

/** True if an organisation set a duty, had one waived or was said to keep records: what is counted does not hold it. */
export async function refersTo(tx: Tx, organisationId: string): Promise<boolean> {
  const { rows } = await sql<{ refers: boolean }>`select
    exists (select from duty where organisation_id = ${organisationId})
    or exists (select from duty_waiver where organisation_id = ${organisationId})
    or exists (select from record_keeping where organisation_id = ${organisationId}) as refers`.execute(tx)
  return rows[0]?.refers === true
}

import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** A talk two people are still to have. */
interface PlannedTalk {
  readonly id: string
  readonly bodyId: string
  /** The last day it is to be held on. */
  readonly until: string
  readonly parties: readonly string[]
}

/** The talks some bodies have planned and neither held nor dropped, the earliest due first. */
export async function plannedTalks(db: Database | Tx, bodyIds: readonly string[]): Promise<readonly PlannedTalk[]> {
  if (bodyIds.length === 0) return []
  const rows = await db
    .selectFrom('record')
    .select(['id', 'organisation_id as bodyId', 'on_day as until', 'host_id as hostId'])
    .select(
      sql<string[]>`array(select person_id from participation
        where record_id = record.id and kind = 'talked_to')`.as('talkedTo'),
    )
    .where('organisation_id', 'in', bodyIds)
    .where('state', '=', 'planned')
    .where('withdrawn_on', 'is', null)
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  return rows.map(({ hostId, talkedTo, ...row }) => ({
    ...row,
    parties: [...(hostId === null ? [] : [hostId]), ...talkedTo],
  }))
}

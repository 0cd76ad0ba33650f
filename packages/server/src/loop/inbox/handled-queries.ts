import type { IncomingKind } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'

const MOST = 200

interface Handled {
  readonly kind: IncomingKind
  readonly receivedOn: string
  readonly isHandler: boolean
}

/** What a person handles or wrote down, the latest first. */
export async function handledBy(db: Database, { personId, accountId }: Actor): Promise<Handled[]> {
  const { rows } = await sql<Handled>`
    select kind, received_on as "receivedOn", coalesce(handler_id = ${personId}, false) as "isHandler" from incoming
    where handler_id = ${personId} or created_by = ${accountId} order by id desc limit ${MOST}`.execute(db)
  return rows
}

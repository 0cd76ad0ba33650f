import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import { sql } from 'kysely'

const MOST = 200

interface Deed {
  readonly title: string
  readonly deed: 'kept' | 'responsible' | 'looked' | 'linked'
}

/** The institutions a person registered, is responsible for, looked into or said the source of, the latest first. */
export async function institutionsOf(db: Database, { personId, accountId }: Actor): Promise<Deed[]> {
  const { rows } = await sql<Deed>`
    select title, deed from (
      select paper_id, 'responsible' as deed from institution where responsible_id = ${personId}
      union select paper_id, 'kept' from institution where created_by = ${accountId}
      union select paper_id, 'looked' from institution_look where account_id = ${accountId}
      union select paper_id, 'linked' from institution_problem where account_id = ${accountId}
    ) as deeds join paper on paper.id = paper_id
    order by paper.id desc, deed limit ${MOST}`.execute(db)
  return rows
}

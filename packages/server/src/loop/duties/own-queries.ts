import type { RecordKind } from '@duizhao/engine/duties'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'

/** The bodies in which a person held a post in a year. */
export async function bodiesHeldBy(db: Database, personId: string, year: number): Promise<string[]> {
  const rows = await db
    .selectFrom('post')
    .select('organisation_id as id')
    .distinct()
    .where('person_id', '=', personId)
    .where('withdrawn_on', 'is', null)
    .where('from_on', '<=', `${year}-12-31`)
    .where((builder) => builder.or([builder('to_on', 'is', null), builder('to_on', '>=', `${year}-01-01`)]))
    .execute()
  return rows.map(({ id }) => id)
}

/** The life of the branch a person lives in, one row for each record of it in a year, with how he missed of it. */
export async function branchRecordsFor(
  db: Database,
  personId: string,
  { year, kinds }: { readonly year: number; readonly kinds: readonly RecordKind[] },
) {
  const { rows } = await sql<{ branchId: string; branchName: string; name: string; onDay: string; parts: string[] }>`
    select distinct branch.id as "branchId", branch.name as "branchName", record.id, record.name, record.on_day as "onDay",
      array(select kind from participation where record_id = record.id and person_id = ${personId}) as parts
    from post
      join organisation branch on branch.id = coalesce(post.branch_id, post.organisation_id) and branch.kind in ('branch', 'general_branch', 'cell')
      join record on record.organisation_id = branch.id and record.on_day >= post.from_on
        and record.on_day <= coalesce(post.to_on, 'infinity')
    where post.person_id = ${personId} and post.withdrawn_on is null and post.role <> 'observer'
      and record.state = 'kept' and record.withdrawn_on is null and record.kinds && ${kinds}::text[]
      and record.on_day between ${`${year}-01-01`} and ${`${year}-12-31`}
    order by "branchName", "onDay"`.execute(db)
  return rows
}

/** The waivers a person wrote, and those written for him, the latest first. */
export async function waiversAbout(
  db: Database,
  { accountId, personId }: { readonly accountId: string; readonly personId: string },
) {
  return db
    .selectFrom('duty_waiver')
    .innerJoin('duty', 'duty.id', 'duty_waiver.duty_id')
    .select([
      'duty.name',
      'duty_waiver.period',
      'duty_waiver.state',
      'duty_waiver.reason',
      'duty_waiver.created_by as createdBy',
      'duty_waiver.person_id as personId',
    ])
    .where((builder) => builder.or([builder('created_by', '=', accountId), builder('person_id', '=', personId)]))
    .orderBy('duty_waiver.created_at', 'desc')
    .limit(100)
    .execute()
}

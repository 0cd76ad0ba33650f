import type { RecordKind } from '@duizhao/contract'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'

const MOST = 50

/** The latest records an account entered, its person held, and those that name the person. */
export async function recordsNaming(db: Database, { accountId, personId }: Actor) {
  const listed = () =>
    db
      .selectFrom('record')
      .innerJoin('organisation', 'organisation.id', 'record.organisation_id')
      .select(['record.on_day as onDay', 'record.kinds', 'record.state', 'organisation.name as organisationName'])
      .orderBy('record.on_day', 'desc')
      .orderBy('record.id', 'desc')
      .limit(MOST)
  const [entered, held, named] = await Promise.all([
    listed().where('record.created_by', '=', accountId).execute(),
    listed().where('record.host_id', '=', personId).execute(),
    listed()
      .innerJoin('participation', 'participation.record_id', 'record.id')
      .select(['participation.kind as part', 'participation.note'])
      .where('participation.person_id', '=', personId)
      .execute(),
  ])
  const typed = <T extends { readonly kinds: string[] }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, kinds: row.kinds as RecordKind[] }))
  return { entered: typed(entered), held: typed(held), named: typed(named) }
}

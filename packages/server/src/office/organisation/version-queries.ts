import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** An organisation as it was at an instant: its name, and its level, which says in what column of a path it stood. */
export interface OrganisationThen {
  readonly id: string
  readonly name: string
  readonly level: number
}

/**
 * Keeps how some organisations are until now; to be called before they change, by who holds the tree. What ends no later
 * than what ended before it never held, and is not kept.
 */
export async function endVersions(tx: Tx, which: RawBuilder<SqlBool>, now: Date): Promise<void> {
  await sql`
    insert into organisation_version (organisation_id, valid_to, parent_id, level, name)
    select id, ${now}, parent_id, level, name from organisation
    where ${which} and not exists (
      select from organisation_version as ended where ended.organisation_id = organisation.id and ended.valid_to >= ${now})
  `.execute(tx)
}

/** An organisation as it was just before an instant. One that was not there yet is as it came. */
export async function organisationAsOf(
  db: Database,
  { id, name, level }: OrganisationThen,
  instant: Date,
): Promise<OrganisationThen> {
  const then = await db
    .selectFrom('organisation_version')
    .select(['name', 'level'])
    .where('organisation_id', '=', id)
    .where('valid_to', '>=', instant)
    .orderBy('valid_to')
    .limit(1)
    .executeTakeFirst()
  return { id, ...(then ?? { name, level }) }
}

/** The organisations that lay below another just before an instant, in the order of today, at most so many. */
export async function childrenAsOf(
  db: Database,
  parentId: string,
  { instant, limit }: { readonly instant: Date; readonly limit: number },
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('organisation')
    .leftJoinLateral(
      (then) =>
        then
          .selectFrom('organisation_version')
          .select(['parent_id', 'name'])
          .whereRef('organisation_id', '=', 'organisation.id')
          .where('valid_to', '>=', instant)
          .orderBy('valid_to')
          .limit(1)
          .as('then'),
      (join) => join.onTrue(),
    )
    .select((of) => ['organisation.id', of.fn.coalesce('then.name', 'organisation.name').as('name')])
    .where('organisation.id', 'in', (any) =>
      any
        .selectFrom('organisation')
        .select('id')
        .where('parent_id', '=', parentId)
        .union(
          any
            .selectFrom('organisation_version')
            .select('organisation_id as id')
            .where('parent_id', '=', parentId)
            .where('valid_to', '>=', instant),
        ),
    )
    .where((of) => of(of.fn.coalesce('then.parent_id', 'organisation.parent_id'), '=', parentId))
    .orderBy('organisation.position')
    .orderBy('name')
    .limit(limit)
    .execute()
}

/** What the organisation of a column was called just before an instant. */
export function nameAsOf(column: string, instant: Date): RawBuilder<string> {
  return sql<string>`coalesce(
    (select name from organisation_version where organisation_id = ${sql.ref(column)} and valid_to >= ${instant} order by valid_to limit 1),
    (select name from organisation where id = ${sql.ref(column)}))`
}

import { type Leader, memberships } from '@duizhao/contract'
import { sql, type SqlBool } from 'kysely'
import type { OrganisationPath } from '../../platform/access.ts'
import { containing } from '../../platform/database/like.ts'
import type { Database } from '../../platform/database/pool.ts'
import { heldOn, roleOrder } from './held-queries.ts'

interface Asked {
  readonly day: string
  /** What is in their names or positions; empty for all. */
  readonly text: string
  readonly limit: number
}

/** Who is in charge of a unit on a day, the nearest first, then who makes up its team; each person once. */
export async function leadersOf(
  db: Database,
  { id, path }: { readonly id: string; readonly path: OrganisationPath },
  { day, text, limit }: Asked,
): Promise<Leader[]> {
  const upwards = sql`${path.toReversed()}::uuid[]`
  const nearest = sql<number | null>`(
    select min(array_position(${upwards}, unit)) from unnest(post.leads) as unit where unit = any (${upwards}))`
  let query = db
    .selectFrom('post')
    .innerJoin('organisation as body', 'body.id', 'post.organisation_id')
    .innerJoin('person', 'person.id', 'post.person_id')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select(['person.id', 'person.name', 'person.position', 'organisation.name as organisationName'])
    .select(sql<boolean>`post.leads && ${upwards}`.as('isInCharge'))
    .where('person.left_at', 'is', null)
    .where(heldOn(day))
    .where(({ or, and, eb }) =>
      or([
        sql<SqlBool>`post.leads && ${upwards}`,
        and([
          eb('post.role', 'in', [...memberships.team, ...memberships.committee]),
          // A party group is a body of its own below the unit it leads.
          or([
            eb('body.id', '=', id),
            and([eb('body.parent_id', '=', id), eb('body.kind', 'in', ['committee', 'party_group'])]),
          ]),
        ]),
      ]),
    )
  if (text !== '') {
    const pattern = containing(text)
    query = query.where(({ or, eb }) =>
      or([eb('person.name', 'like', pattern), eb('person.position', 'like', pattern)]),
    )
  }
  const rows = await query
    .orderBy(nearest)
    .orderBy(roleOrder)
    .orderBy('post.seat')
    .orderBy('post.from_on')
    .orderBy('post.id')
    .limit(limit)
    .execute()
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed()
}

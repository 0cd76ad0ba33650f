import type { Permission } from '@duizhao/contract'
import { sql } from 'kysely'
import { visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'

interface Unreached {
  readonly actor: Actor
  /** Where people have to belong for the actor to see to them. */
  readonly permission: Permission
  readonly lack: 'account' | 'grant'
  readonly limit: number
}

/**
 * Everybody who leads or handles open problems, each found once by stepping from one to the next in the index: of many
 * problems only a few people are asked for.
 */
const hands = sql<{ id: string }>`(
  with recursive lead as (
    (select lead_id as id from problem where is_open and lead_id is not null order by lead_id limit 1)
    union all
    select (select lead_id from problem where is_open and lead_id > lead.id order by lead_id limit 1)
    from lead where lead.id is not null),
  handler as (
    (select handler_id as id from problem where is_open and handler_id is not null order by handler_id limit 1)
    union all
    select (select handler_id from problem where is_open and handler_id > handler.id order by handler_id limit 1)
    from handler where handler.id is not null)
  select id from lead where id is not null union select id from handler where id is not null)`

const isAskedOpenly = sql<boolean>`exists (
  select from problem where is_open and about_person_id is null and (lead_id = person.id or handler_id = person.id))`

/** People with work on open problems, none of them about a person, who cannot sign in, or may do nothing if they do. */
export async function unreachedPeople(db: Database, { actor, permission, lack, limit }: Unreached) {
  const query = db
    .selectFrom(hands.as<'hand'>('hand'))
    // The limit keeps the planner from reading all people to find these few.
    .innerJoinLateral(
      ({ selectFrom }) => selectFrom('person').selectAll().whereRef('person.id', '=', 'hand.id').limit(1).as('person'),
      (join) => join.onTrue(),
    )
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .leftJoin('account', (join) =>
      join.onRef('account.person_id', '=', 'person.id').on('account.disabled_at', 'is', null),
    )
    .select(['person.name', 'organisation.name as organisationName', 'organisation.id as organisationId'])
    .where('person.left_at', 'is', null)
    .where((builder) => visible(builder, 'organisation', { actor, permission }))
    .where(isAskedOpenly)
    .orderBy('organisation.name')
    .orderBy('person.name')
    .limit(limit)
  return lack === 'account'
    ? query.where('account.id', 'is', null).execute()
    : query
        .where('account.id', 'is not', null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('role_grant')
                .select('role_grant.id')
                .whereRef('role_grant.account_id', '=', 'account.id')
                .where('role_grant.revoked_at', 'is', null),
            ),
          ),
        )
        .execute()
}

import { sql } from 'kysely'
import type { Database } from '../database/pool.ts'

/** What the application holds about a person. */
export async function recordOf(db: Database, personId: string, accountId: string) {
  const [person, sessions, grants, notifications, acts] = await Promise.all([
    db
      .selectFrom('person')
      .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
      .innerJoin('account', 'account.person_id', 'person.id')
      .select([
        'person.name',
        'person.position',
        'person.email',
        'person.is_party_member as isPartyMember',
        'organisation.name as organisationName',
        'account.login',
        'account.created_at as createdAt',
        'account.last_signed_in_at as lastSignedInAt',
        'account.password_changed_at as passwordChangedAt',
      ])
      .where('person.id', '=', personId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('session')
      .select(['started_at as startedAt', 'address', 'device'])
      .where('account_id', '=', accountId)
      .limit(100)
      .execute(),
    db
      .selectFrom('role_grant')
      .innerJoin('organisation', 'organisation.id', 'role_grant.organisation_id')
      .select(['role', 'organisation.name as organisationName', 'granted_at as grantedAt', 'revoked_at as revokedAt'])
      .where('account_id', '=', accountId)
      .orderBy('granted_at')
      .limit(200)
      .execute(),
    db
      .selectFrom('notification')
      .select((builder) => builder.fn.countAll<number>().as('count'))
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('audit_entry')
      .select(['at', 'action', 'subject', 'succeeded'])
      // In lower case, as the index has it: by the login as it is, the whole log would be read.
      .where(sql<boolean>`lower(login) = (select lower(login) from account where id = ${accountId})`)
      .orderBy('number', 'desc')
      .limit(50)
      .execute(),
  ])
  return { person, sessions, grants, notifications: notifications.count, acts }
}

import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { levelColumn, pathOf } from '../../platform/access.ts'
import type { ImportLines } from './import-lines.ts'
import type { Known, KnownOrganisation } from './import-plan.ts'
import { takenLogins } from './people-queries.ts'
import type { OrganisationRow } from './queries.ts'

/** What the tree holds at and below an organisation, as far as a plan needs it. */
export async function knownBelow(db: Database | Tx, organisation: OrganisationRow, lines: ImportLines): Promise<Known> {
  const column = levelColumn(organisation.level)
  const rows = await db
    .selectFrom('organisation')
    .selectAll()
    .where(column, '=', organisation.id)
    .orderBy('level')
    .execute()
  const people = await db
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select([
      'person.id',
      'person.name',
      'person.position',
      'person.email',
      'person.is_party_member as isPartyMember',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
      'account.id as accountId',
      'account.login',
    ])
    .where(`organisation.${column}`, '=', organisation.id)
    .where('person.left_at', 'is', null)
    .execute()
  const logins = lines.people.flatMap(({ login }) => (login === null ? [] : [login]))
  return {
    organisations: rows.map((row) => ({
      id: row.id,
      name: row.name,
      kind: row.kind as KnownOrganisation['kind'],
      path: pathOf(row),
    })),
    people: people.map(({ organisationId, organisationName, accountId, login, ...person }) => ({
      ...person,
      organisation: { id: organisationId, name: organisationName },
      account: accountId === null || login === null ? null : { id: accountId, login, state: 'active' as const },
    })),
    takenLogins: await takenLogins(db, logins),
  }
}

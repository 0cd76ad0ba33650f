import { carries, type Role, roles } from '@duizhao/contract'
import { sql } from 'kysely'
import { levelColumn, type OrganisationPath } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** Names of people by their ids. */
export async function peopleNames(
  db: Database | Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', known).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Accounts that hold one of the roles over an organisation: by grants at it or above it. */
export async function accountsWithRole(
  db: Database | Tx,
  path: OrganisationPath,
  roles: readonly Role[],
): Promise<string[]> {
  if (path.length === 0 || roles.length === 0) return []
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .select('account.id')
    .distinct()
    .where('role_grant.organisation_id', 'in', path)
    .where('role_grant.role', 'in', roles)
    .where('role_grant.revoked_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .limit(200)
    .execute()
  return rows.map(({ id }) => id)
}

const readers = roles.filter((role) => carries(role, 'problem.read'))

/** The names of those people who cannot see the ledger of an organisation: they have no account, or no grant for it. */
export async function namesOfUnreached(
  db: Database | Tx,
  path: OrganisationPath,
  ids: readonly (string | null)[],
): Promise<string[]> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return []
  const rows = await db
    .selectFrom('person')
    .select('person.name')
    .where('person.id', 'in', known)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('account')
            .innerJoin('role_grant', 'role_grant.account_id', 'account.id')
            .select('account.id')
            .whereRef('account.person_id', '=', 'person.id')
            .where('account.disabled_at', 'is', null)
            .where('role_grant.organisation_id', 'in', path)
            .where('role_grant.role', 'in', readers)
            .where('role_grant.revoked_at', 'is', null),
        ),
      ),
    )
    .orderBy('person.name')
    .execute()
  return rows.map(({ name }) => name)
}

/** Those of some people who have not left, at and below the organisation a path leads to. */
export async function peopleWithin(
  db: Database | Tx,
  path: OrganisationPath,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const organisationId = path.at(-1)
  if (ids.length === 0 || organisationId === undefined) return new Set()
  const rows = await db
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select('person.id')
    .where('person.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('person.left_at', 'is', null)
    .where(`organisation.${levelColumn(path.length)}`, '=', organisationId)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

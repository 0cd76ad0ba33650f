import { administratorRoles, type Page, type Role } from '@duizhao/contract'
import { levelColumn, type OrganisationPath, pathOf } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import { page } from '../../platform/database/paging.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { OrganisationRow } from './queries.ts'

function grants(db: Database | Tx) {
  return db
    .selectFrom('role_grant')
    .innerJoin('organisation', 'organisation.id', 'role_grant.organisation_id')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('account as giver', 'giver.id', 'role_grant.granted_by')
    .where('role_grant.revoked_at', 'is', null)
    .select([
      'role_grant.id',
      'role_grant.role',
      'role_grant.granted_at as grantedAt',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
      'account.id as accountId',
      'account.login',
      'person.name as personName',
      'giver.login as giverLogin',
    ])
}

export type GrantRow = Awaited<ReturnType<ReturnType<typeof grants>['execute']>>[number]

export async function grantsPage(
  db: Database,
  organisation: OrganisationRow,
  { below, ...paging }: { readonly below: boolean; readonly after?: string | undefined; readonly limit: number },
): Promise<Page<GrantRow>> {
  const query = below
    ? grants(db).where(`organisation.${levelColumn(organisation.level)}`, '=', organisation.id)
    : grants(db).where('role_grant.organisation_id', '=', organisation.id)
  return page(query, [{ column: 'role_grant.id', property: 'id' }], paging)
}

export async function grantById(db: Database | Tx, id: string): Promise<GrantRow | undefined> {
  return grants(db).where('role_grant.id', '=', id).executeTakeFirst()
}

/** The roles an account holds now, or also those it held once; its row stays locked, so that no two grants are given side by side. */
export async function rolesForUpdate(tx: Tx, accountId: string, which: 'held' | 'ever'): Promise<Role[]> {
  await tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute()
  const all = tx.selectFrom('role_grant').select('role').distinct().where('account_id', '=', accountId)
  const rows = await (which === 'ever' ? all : all.where('revoked_at', 'is', null)).execute()
  return rows.map(({ role }) => role)
}

/** Where the person of an account belongs. */
export async function placeOfAccount(db: Database | Tx, accountId: string): Promise<OrganisationPath | undefined> {
  const row = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .selectAll('organisation')
    .where('account.id', '=', accountId)
    .where('person.left_at', 'is', null)
    .executeTakeFirst()
  return row && pathOf(row)
}

/** Where an account may do anything: the place of each grant that stands. */
export async function reachOfAccount(tx: Tx, accountId: string): Promise<OrganisationPath[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .innerJoin('organisation', 'organisation.id', 'role_grant.organisation_id')
    .selectAll('organisation')
    .where('role_grant.account_id', '=', accountId)
    .where('role_grant.revoked_at', 'is', null)
    .execute()
  return rows.map(pathOf)
}

/** The administrators' roles over a root that no other account in use holds there. */
export async function rolesOnlyHeldBy(
  tx: Tx,
  { accountId, grantId }: { readonly accountId: string; readonly grantId?: string },
): Promise<Role[]> {
  let query = tx
    .selectFrom('role_grant as held')
    .innerJoin('organisation', 'organisation.id', 'held.organisation_id')
    .select('held.role')
    .where('organisation.parent_id', 'is', null)
    .where('held.account_id', '=', accountId)
    .where('held.revoked_at', 'is', null)
    .where('held.role', 'in', administratorRoles)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('role_grant as other')
            .innerJoin('account', 'account.id', 'other.account_id')
            .select('other.id')
            .whereRef('other.organisation_id', '=', 'held.organisation_id')
            .whereRef('other.role', '=', 'held.role')
            .whereRef('other.account_id', '!=', 'held.account_id')
            .where('other.revoked_at', 'is', null)
            .where('account.disabled_at', 'is', null),
        ),
      ),
    )
  if (grantId !== undefined) query = query.where('held.id', '=', grantId)
  return (await query.execute()).map(({ role }) => role)
}

export interface NewGrant {
  readonly id: string
  readonly accountId: string
  readonly role: Role
  readonly organisationId: string
  readonly grantedBy: string | null
  readonly now: Date
}

export async function insertGrant(tx: Tx, grant: NewGrant): Promise<void> {
  await tx
    .insertInto('role_grant')
    .values({
      id: grant.id,
      account_id: grant.accountId,
      role: grant.role,
      organisation_id: grant.organisationId,
      granted_by: grant.grantedBy,
      granted_at: grant.now,
    })
    .execute()
}

export async function endGrant(tx: Tx, id: string, revokedBy: string, now: Date): Promise<boolean> {
  const updated = await tx
    .updateTable('role_grant')
    .set({ revoked_at: now, revoked_by: revokedBy })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

/** The roles an account holds or held, the first two hundred. */
export async function grantsEverOf(db: Database, accountId: string) {
  return db
    .selectFrom('role_grant')
    .innerJoin('organisation', 'organisation.id', 'role_grant.organisation_id')
    .select(['role', 'organisation.name as organisationName', 'granted_at as grantedAt', 'revoked_at as revokedAt'])
    .where('account_id', '=', accountId)
    .orderBy('granted_at')
    .limit(200)
    .execute()
}

import type { Role } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** The grants of the roles over exactly these organisations, of accounts that may sign in. */
export async function grantsOver(
  db: Database | Tx,
  organisationIds: readonly string[],
  roles: readonly Role[],
): Promise<{ organisationId: string; role: string; accountId: string }[]> {
  if (organisationIds.length === 0) return []
  return db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .select(['role_grant.organisation_id as organisationId', 'role_grant.role', 'account.id as accountId'])
    .where('role_grant.organisation_id', 'in', organisationIds)
    .where('role_grant.role', 'in', roles)
    .where('role_grant.revoked_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .execute()
}

import type { Role } from '@duizhao/contract'
import type { OrganisationPath } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** The accounts that hold a role for something at a path: by the grant nearest to it, not by every one above. */
export type NearestHolders = (path: OrganisationPath, role: Role) => readonly string[]

/**
 * Reads, in one query, who holds the roles over organisations. The nearest only: a department's head is that of its
 * bureau, but the head of the whole city hears of a bureau's problem only where the bureau has none.
 */
export async function holdersOver(
  db: Database | Tx,
  paths: readonly OrganisationPath[],
  roles: readonly Role[],
): Promise<NearestHolders> {
  const organisationIds = [...new Set(paths.flat())]
  const rows =
    organisationIds.length === 0
      ? []
      : await db
          .selectFrom('role_grant')
          .innerJoin('account', 'account.id', 'role_grant.account_id')
          .select(['role_grant.organisation_id as organisationId', 'role_grant.role', 'account.id as accountId'])
          .where('role_grant.organisation_id', 'in', organisationIds)
          .where('role_grant.role', 'in', roles)
          .where('role_grant.revoked_at', 'is', null)
          .where('account.disabled_at', 'is', null)
          .execute()
  const holders = Map.groupBy(rows, ({ organisationId, role }) => `${organisationId} ${role}`)
  return (path, role) => {
    const nearest = path.findLast((id) => holders.has(`${id} ${role}`))
    return (holders.get(`${nearest ?? ''} ${role}`) ?? []).map(({ accountId }) => accountId)
  }
}

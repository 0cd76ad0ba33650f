import type { Role } from '@duizhao/contract'
import type { OrganisationPath } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { grantsOver } from './grant-queries.ts'

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
  const grants = await grantsOver(db, [...new Set(paths.flat())], roles)
  const holders = Map.groupBy(grants, ({ organisationId, role }) => `${organisationId} ${role}`)
  return (path, role) => {
    const nearest = path.findLast((id) => holders.has(`${id} ${role}`))
    return (holders.get(`${nearest ?? ''} ${role}`) ?? []).map(({ accountId }) => accountId)
  }
}

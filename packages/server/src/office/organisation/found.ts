import type { Permission } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import { forbidden, notFound } from '../../platform/refusal.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { organisationById, type OrganisationRow } from './queries.ts'

/** The organisation if the actor may see it; else it does not exist for them. */
export function seen(actor: Actor, organisation: OrganisationRow | undefined): OrganisationRow {
  if (!organisation || !may(actor, 'organisation.read', organisation.path)) throw notFound('这个组织')
  return organisation
}

/** The organisation if the actor has the permission over it. */
export function permitted(
  actor: Actor,
  permission: Permission,
  organisation: OrganisationRow | undefined,
): OrganisationRow {
  const found = seen(actor, organisation)
  if (!may(actor, permission, found.path)) throw forbidden(`对“${found.name}”没有这项权限。`)
  return found
}

/** The organisation by its id, if the actor has the permission over it. */
export async function permittedOrganisation(
  db: Database | Tx,
  actor: Actor,
  permission: Permission,
  organisationId: string,
): Promise<OrganisationRow> {
  return permitted(actor, permission, await organisationById(db, organisationId))
}

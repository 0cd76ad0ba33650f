import { type OrganisationDetail, permissions, type Permission } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { seen } from './found.ts'
import { listedOrganisation, namesOf, organisationById } from './queries.ts'

/** One organisation, the way to it as far as the actor may see it, and what the actor may do there. */
export async function readOrganisation({ db, actor }: ActorContext, id: string): Promise<OrganisationDetail> {
  const row = seen(actor, await organisationById(db, id))
  const organisation = await listedOrganisation(db, id)
  if (!organisation) throw notFound('这个组织')
  const first = row.path.findIndex((_, index) => may(actor, 'organisation.read', row.path.slice(0, index + 1)))
  const names = await namesOf(db, row.path.slice(first))
  const allowed = Object.keys(permissions).filter((permission) => may(actor, permission as Permission, row.path))
  return { ...organisation, path: names, allowed }
}

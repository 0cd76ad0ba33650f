import type { RecordFields } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { forbidden, notFound } from '../../platform/refusal.ts'
import { organisationById, type OrganisationRow } from '../../office/organisation/index.ts'
import { partiesWritten } from './check-record.ts'
import { writerRoles } from './expected.ts'
import { holdsPost, postsOf } from '../../office/posts/index.ts'
import type { Asking } from './view-queries.ts'

/** A body whose records one may ask for: by a role over it, or by a post in it. Not found for others. */
export async function readableBody(db: Database | Tx, asking: Asking, id: string): Promise<OrganisationRow> {
  const organisation = await organisationById(db, id)
  if (!organisation || !(await isReadable(db, asking, organisation))) throw notFound('这个组织')
  return organisation
}

/** True if one may ask for the records of a body. */
export async function isReadable(
  db: Database | Tx,
  { actor, today }: Asking,
  { id, path }: Pick<OrganisationRow, 'id' | 'path'>,
): Promise<boolean> {
  if (may(actor, 'record.read', path)) return true
  const posts = await postsOf(db, actor.personId, today)
  return posts.some(({ bodyId, branchId }) => bodyId === id || branchId === id)
}

/** True if the actor is told who of a body talked with whom: its own organiser, its secretary and its head. */
export async function seesPairs(db: Database | Tx, { actor, today }: Asking, bodyId: string): Promise<boolean> {
  if (actor.grants.some(({ role, organisationId }) => role === 'organiser' && organisationId === bodyId)) return true
  return holdsPost(db, actor.personId, { bodyId, roles: writerRoles, day: today })
}

/** True if the actor may write the records of a body: by role over it, or as its secretary or head. */
export async function mayWriteIn(db: Database | Tx, { actor, today }: Asking, body: OrganisationRow): Promise<boolean> {
  if (may(actor, 'record.write', body.path)) return true
  return holdsPost(db, actor.personId, { bodyId: body.id, roles: writerRoles, day: today })
}

/**
 * A body of which the actor may write down such a thing: any by role or post, and a talk who takes part in it. Not found or
 * forbidden for others.
 */
export async function writableBody(
  db: Database | Tx,
  asking: Asking,
  { organisationId, fields }: { readonly organisationId: string; readonly fields: RecordFields },
): Promise<OrganisationRow> {
  const body = await readableBody(db, asking, organisationId)
  const isOwnTalk = fields.kinds.includes('talk') && partiesWritten(fields).includes(asking.actor.personId)
  if (!isOwnTalk && !(await mayWriteIn(db, asking, body))) throw mayNotWrite(body)
  return body
}

export function mayNotWrite({ name }: OrganisationRow): Error {
  return forbidden(
    `不能记“${name}”的履职记录。`,
    '组织者、联络员可以记；书记、副书记、主要负责人可以记自己组织的，请在任职里登记。',
  )
}

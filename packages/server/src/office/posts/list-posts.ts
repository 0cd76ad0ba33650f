import type { Page, Post } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { permittedOrganisation } from '../organisation/index.ts'
import { pathOfPerson, postsOfPersonPage, postsPage } from './queries.ts'

interface Paging {
  readonly after?: string | undefined
  readonly limit: number
}

/** The posts of a body on a day, today if none is given; with its history all, ended and withdrawn too. */
export async function listPosts(
  { db, actor, now }: ActorContext,
  organisationId: string,
  { onDay = dateInChina(now), history, ...paging }: Paging & { readonly onDay?: string | undefined; history: boolean },
): Promise<Page<Post>> {
  const body = await permittedOrganisation(db, actor, 'post.read', organisationId)
  return postsPage(db, { bodyId: body.id, day: history ? null : onDay }, paging)
}

/** What a person is and was, as far as the actor may see it: of whom one may see nothing is not there. */
export async function listPostsOfPerson(
  { db, actor }: ActorContext,
  personId: string,
  paging: Paging,
): Promise<Page<Post>> {
  const path = await pathOfPerson(db, personId)
  const page = await postsOfPersonPage(db, { personId, actor }, paging)
  const isSeen = path !== undefined && may(actor, 'post.read', path)
  if (!isSeen && page.items.length === 0) throw notFound('这个人')
  return page
}

import type { Answer, endpoints, Incoming, Page, Received } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { dateInChina, readExceptions } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { countsOf } from './count-queries.ts'
import { incomingPage } from './incoming-queries.ts'
import { incomingOf } from './read-incoming.ts'

type Listed = Received<typeof endpoints.listIncoming>

/** The inbox of an organisation and all below it, what is due first. */
export async function listIncoming(
  { db, actor, now }: ActorContext,
  { params, query: { box, only, ...paging } }: Pick<Listed, 'params' | 'query'>,
): Promise<Page<Incoming>> {
  const { id, path } = await permittedOrganisation(db, actor, 'inbox.read', params.organisationId)
  const today = dateInChina(now)
  const [{ items, next }, exceptions] = await Promise.all([
    incomingPage(db, { box, only, actor, organisation: { id, path }, today }, paging),
    readExceptions(db),
  ])
  return { items: items.map((row) => incomingOf(row, today, exceptions)), next }
}

/** What came in and what became of it in some days, of an organisation and all below it. */
export async function countIncoming(
  { db, actor }: ActorContext,
  organisationId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Answer<typeof endpoints.countIncoming>> {
  const { id, path } = await permittedOrganisation(db, actor, 'inbox.read', organisationId)
  return { items: await countsOf(db, { organisation: { id, path }, personId: actor.personId, from, to }) }
}

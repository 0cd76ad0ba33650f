import { carries, type Meeting, type MeetingStanding, type MeetingStep, type Page } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { postsOf } from '../../office/posts/index.ts'
import { dateInChina, readExceptions } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import { type MeetingSelected, meetingsOfPage, meetingsPage } from './meeting-queries.ts'
import { meetingOf } from './shown.ts'

interface Asked {
  readonly below: boolean
  readonly campaignId?: string | undefined
  readonly step?: MeetingStep | undefined
  readonly standing: MeetingStanding
  readonly after?: string | undefined
  readonly limit: number
}

/** The meetings of an organisation, or of it and all below: what is late before what is due, what is done last. */
export async function listMeetings(
  { db, actor, now }: ActorContext,
  organisationId: string,
  { after, limit, ...asked }: Asked,
): Promise<Page<Meeting>> {
  const organisation = await permittedOrganisation(db, actor, 'meeting.read', organisationId)
  const today = dateInChina(now)
  return shown(db, today, await meetingsPage(db, { organisation, ...asked, today }, { after, limit }))
}

/** The meetings of the bodies the actor belongs to, by a role over just that body or by a post in it. */
export async function listOwnMeetings(
  { db, actor, now }: ActorContext,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Meeting>> {
  const granted = actor.grants.filter(({ role }) => carries(role, 'meeting.read'))
  const today = dateInChina(now)
  const held = await postsOf(db, actor.personId, today)
  const bodies = new Set([...granted.map(({ organisationId }) => organisationId), ...held.map(({ bodyId }) => bodyId)])
  return shown(db, today, await meetingsOfPage(db, [...bodies], paging))
}

async function shown(db: Database, today: string, { items, next }: Page<MeetingSelected>): Promise<Page<Meeting>> {
  const asOf = { today, exceptions: await readExceptions(db) }
  return { items: items.map((row) => meetingOf(row, asOf)), next }
}

import { carries, type Meeting, type MeetingStanding, type MeetingStep, type Page } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { bodiesOfPerson, meetingsOfPage, meetingsPage } from './meeting-queries.ts'

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
  return meetingsPage(db, { organisation, ...asked, today: dateInChina(now) }, { after, limit })
}

/** The meetings of the bodies the actor belongs to, by a role over just that body or by a post in it. */
export async function listOwnMeetings(
  { db, actor, now }: ActorContext,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Meeting>> {
  const granted = actor.grants.filter(({ role }) => carries(role, 'meeting.read'))
  const held = await bodiesOfPerson(db, actor.personId, dateInChina(now))
  const bodies = new Set([...granted.map(({ organisationId }) => organisationId), ...held])
  return meetingsOfPage(db, [...bodies], paging)
}

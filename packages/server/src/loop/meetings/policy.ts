import { may, type OrganisationPath } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { forbidden, notFound } from '../../platform/refusal.ts'
import { holdsPost, postsOf } from '../../office/posts/index.ts'
import { writerRoles } from '../records/index.ts'
import { meetingForUpdate, meetingById, type MeetingRow } from './meeting-queries.ts'

/** Who asks, and on which day: posts are held from day to day. */
export interface Asking {
  readonly actor: Actor
  readonly today: string
}

type Place = Pick<MeetingRow, 'path' | 'organisationId'>

/** True if the actor sees the meetings of a body: by a role over it, or by a post in it. */
async function mayRead(db: Database | Tx, { actor, today }: Asking, { path, organisationId }: Place): Promise<boolean> {
  if (may(actor, 'meeting.read', path)) return true
  return (await postsOf(db, actor.personId, today)).some(({ bodyId }) => bodyId === organisationId)
}

/** True if the actor runs the meetings of a body: its organiser, or those who by their post write its records. */
export async function mayWrite(
  db: Database | Tx,
  { actor, today }: Asking,
  { path, organisationId }: Place,
): Promise<boolean> {
  if (may(actor, 'meeting.write', path)) return true
  return holdsPost(db, actor.personId, { bodyId: organisationId, roles: writerRoles, day: today })
}

/** True if the actor organises what is above the body: it is they who order a meeting again. */
export function isAbove(actor: Actor, path: OrganisationPath): boolean {
  return may(actor, 'campaign.write', path.slice(0, -1))
}

/** The meeting if the actor may see it; not found for others. */
export async function seenMeeting(db: Database | Tx, asking: Asking, id: string): Promise<MeetingRow> {
  const meeting = await meetingById(db, id)
  if (!meeting || !(await mayRead(db, asking, meeting))) throw notFound('这次会议')
  return meeting
}

/** The same, held until the transaction ends. */
export async function seenMeetingForUpdate(tx: Tx, asking: Asking, id: string): Promise<MeetingRow> {
  const meeting = await meetingForUpdate(tx, id)
  if (!meeting || !(await mayRead(tx, asking, meeting))) throw notFound('这次会议')
  return meeting
}

/** The meeting, held until the transaction ends, if the actor runs it; not found or forbidden for others. */
export async function writableMeeting(tx: Tx, asking: Asking, id: string): Promise<MeetingRow> {
  const meeting = await seenMeetingForUpdate(tx, asking, id)
  if (!(await mayWrite(tx, asking, meeting))) throw mayNotWrite(meeting.organisationName)
  return meeting
}

export function mayNotWrite(name: string): Error {
  return forbidden(
    `不能办“${name}”的会议。`,
    '组织者可以办；书记、副书记、主要负责人可以办自己组织的，请在任职里登记。',
  )
}

import { circlesOf, sessionCircleNames } from '@duizhao/contract'
import { membersOn } from '../../office/posts/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict, forbidden, invalid, notFound } from '../../platform/refusal.ts'
import { type Asking, standingIn } from '../matters/index.ts'
import { type MeetingRow, seenMeeting } from '../meetings/index.ts'
import { type SessionKey, type SessionRow, sessionForUpdate } from './session-queries.ts'

export function askingOf({ actor, now }: Pick<ActorContext, 'actor' | 'now'>): Asking {
  return { actor, today: dateInChina(now) }
}

/** The meeting of a session, if the actor sees it and it has such a session; not found for others. */
export async function meetingOfSession(db: Database | Tx, asking: Asking, key: SessionKey): Promise<MeetingRow> {
  const meeting = await seenMeeting(db, asking, key.meetingId)
  if (!circlesOf[meeting.kind].includes(key.circle)) throw notFound(`这次会议的${sessionCircleNames[key.circle]}`)
  return meeting
}

/** The same, if the actor records what the body holds; forbidden for others, conflict once another took its place. */
export async function recordedMeeting(tx: Tx, asking: Asking, key: SessionKey): Promise<MeetingRow> {
  const meeting = await meetingOfSession(tx, asking, key)
  if (!(await standingIn(tx, asking, meeting.organisationId)).mayWrite)
    throw forbidden(
      `不能记“${meeting.organisationName}”的会议。`,
      '本组织的组织者，书记、副书记、主要负责人可以记，请在任职里登记。',
    )
  if (meeting.replacedBy !== null) throw conflict('上级已责令补课，这一次保留原样，不再改。', '请记补课的那一次。')
  return meeting
}

/** A session that has begun, held until the transaction ends, with its meeting, if the actor records it. */
export async function recordedSession(
  tx: Tx,
  asking: Asking,
  key: SessionKey,
): Promise<{ readonly meeting: MeetingRow; readonly session: SessionRow }> {
  const meeting = await recordedMeeting(tx, asking, key)
  const session = await sessionForUpdate(tx, key)
  if (!session) throw conflict('会议还没有开始记。', '请先填召开日期、主持人，点“开始”。')
  return { meeting, session }
}

/** Invalid at its field unless everybody named is due to come to the session. */
export async function checkDue(
  db: Database | Tx,
  { organisationId }: MeetingRow,
  { circle }: SessionKey,
  { onDay, people }: { readonly onDay: string; readonly people: Readonly<Record<string, string | null>> },
): Promise<void> {
  const due = new Set((await membersOn(db, organisationId, onDay, circle)).map(({ personId }) => personId))
  const places = Object.entries(people).flatMap(([field, id]) =>
    id === null || due.has(id) ? [] : [{ field, message: '不在应到的人里' }],
  )
  if (places.length > 0) throw invalid('有人不在应到的人里。', '请核对这一天的任职，或重新选人。', places)
}

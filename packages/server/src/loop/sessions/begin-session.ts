import type { AgendaItemId, MeetingSession, SessionStart } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { holdOne } from '../../platform/database/locks.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { meetingNameOf } from '../meetings/index.ts'
import { askingOf, checkDue, recordedMeeting, recordedSession } from './found.ts'
import { sessionFor } from './read-session.ts'
import { insertSession, type SessionKey, sessionForUpdate, updateSession } from './session-queries.ts'

/** Begins a session, or sets anew on which day and where it is held; two who begin at once begin one. Invalid before that day. */
export function beginSession(context: ActorContext, key: SessionKey, start: SessionStart): Promise<MeetingSession> {
  const asking = askingOf(context)
  return transaction(context.db, async (tx) => {
    const meeting = await recordedMeeting(tx, asking, key)
    if (start.onDay > asking.today)
      throw invalid('开会的日期还没有到。', '到了那一天再开始记；日期填错的请改。', [
        { field: 'onDay', message: '不能晚于今天' },
      ])
    await holdOne(tx, 'session', `${key.meetingId} ${key.circle}`)
    const session = await sessionForUpdate(tx, key)
    if (session && session.endedAt !== null) throw ended()
    await checkDue(tx, meeting, key, { onDay: start.onDay, people: { hostId: start.hostId } })
    if (session) await updateSession(tx, key, start)
    else await insertSession(tx, key, { ...start, by: context.actor.accountId, now: context.now })
    const told = { subject: meetingNameOf(meeting), organisationId: meeting.organisationId }
    const detail = { circle: key.circle, onDay: start.onDay, place: start.place }
    await record(tx, context, { action: 'session.begin', ...told, detail })
    return sessionFor(tx, asking, meeting, key)
  })
}

/** Says to which item the session has come and who speaks. */
export function setSessionNow(
  context: ActorContext,
  key: SessionKey,
  now: { readonly item: AgendaItemId | null; readonly speakingId: string | null },
): Promise<MeetingSession> {
  const asking = askingOf(context)
  return transaction(context.db, async (tx) => {
    const { meeting, session } = await recordedSession(tx, asking, key)
    if (session.endedAt !== null) throw ended()
    await checkDue(tx, meeting, key, { onDay: session.onDay, people: { speakingId: now.speakingId } })
    await updateSession(tx, key, now)
    const told = { subject: meetingNameOf(meeting), organisationId: meeting.organisationId }
    await record(tx, context, { action: 'session.setNow', ...told, detail: { circle: key.circle, item: now.item } })
    return sessionFor(tx, asking, meeting, key)
  })
}

export function ended(): Error {
  return conflict('这一场会已经结束。', '履职记录已经记下；要改时间、到会情况，请改那条记录。')
}

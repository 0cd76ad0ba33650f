import type { MeetingSession, PresenceEvent } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { meetingNameOf } from '../meetings/index.ts'
import { ended } from './begin-session.ts'
import { askingOf, checkDue, recordedSession } from './found.ts'
import { sessionFor } from './read-session.ts'
import { insertPresence, type SessionKey } from './session-queries.ts'

/** Writes down that somebody is absent, leaves or comes. The same event again changes nothing. */
export function writePresence(context: ActorContext, key: SessionKey, event: PresenceEvent): Promise<MeetingSession> {
  const asking = askingOf(context)
  return transaction(context.db, async (tx) => {
    const { meeting, session } = await recordedSession(tx, asking, key)
    if (session.endedAt !== null) throw ended()
    await checkDue(tx, meeting, key, { onDay: session.onDay, people: { personId: event.personId } })
    if (await insertPresence(tx, key, event, context.actor.accountId)) {
      const told = { subject: meetingNameOf(meeting), organisationId: meeting.organisationId }
      await record(tx, context, { action: 'session.writePresence', ...told, detail: { circle: key.circle } })
    }
    return sessionFor(tx, asking, meeting, key)
  })
}

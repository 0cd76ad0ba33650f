import {
  circlesOf,
  lastOf,
  type MeetingSession,
  type PresenceEvent,
  presenceKindNames,
  quorumNow,
  quorumOf,
  type RecordFields,
  type RecordKind,
  type SessionCircle,
  wasQuorate,
} from '@duizhao/contract'
import { membersOn } from '../../office/posts/index.ts'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { conflict } from '../../platform/refusal.ts'
import { meetingNameOf, type MeetingRow } from '../meetings/index.ts'
import { createRecord } from '../records/index.ts'
import { ended } from './begin-session.ts'
import { askingOf, recordedSession } from './found.ts'
import { sessionFor } from './read-session.ts'
import { linesOf, presenceOf, type SessionKey, updateSession } from './session-queries.ts'

const own: Readonly<Record<SessionCircle, readonly RecordKind[]>> = {
  team: [],
  committee: ['committee_meeting'],
  members: ['branch_meeting'],
}

/** As what a session is kept: the last of a meeting is the meeting itself, the committee’s before it is not yet. */
function kindsOf({ kind }: MeetingRow, circle: SessionCircle): RecordKind[] {
  return [...own[circle], ...(circlesOf[kind].at(-1) === circle || circle === 'team' ? ['life_meeting' as const] : [])]
}

/**
 * Ends a session: what was held is a record of its body, naming the meeting, with the exceptions only. Conflict while
 * fewer are there than must be, or it has ended.
 */
export function endSession(
  context: ActorContext,
  features: readonly Feature[],
  key: SessionKey,
  version: number,
): Promise<MeetingSession> {
  const asking = askingOf(context)
  const { now } = context
  return transaction(context.db, async (tx) => {
    const { meeting, session } = await recordedSession(tx, asking, key)
    const { organisationId } = meeting
    if (session.endedAt !== null) throw ended()
    if (session.version !== version)
      throw conflict('会议的时间、地点刚刚被改过。', '请看改成了什么，再结束。', { version: session.version })
    const [events, lines, expected] = await Promise.all([
      presenceOf(tx, key),
      linesOf(tx, key),
      membersOn(tx, organisationId, session.onDay, key.circle),
    ])
    const ids = expected.map(({ personId }) => personId)
    const quorum = quorumNow(ids, events, quorumOf[key.circle])
    if (!wasQuorate(ids, events, quorumOf[key.circle]))
      throw conflict(
        `到会的人不够：应到 ${quorum.expected} 人，至少到 ${quorum.needed} 人，到了 ${quorum.present} 人。`,
        '请核对谁到了；人数不够的会不能开，请另定时间。',
      )
    const wrote = new Set(lines.flatMap(({ personId }) => personId ?? []))
    const participants = participantsOf(ids, events, wrote)
    // Two meetings of one day are two records.
    const topic = { text: meetingNameOf(meeting), ofDay: null, speaker: '' }
    const fields: RecordFields = {
      ...{
        kinds: kindsOf(meeting, key.circle),
        subjects: [],
        name: meetingNameOf(meeting).slice(0, 100),
        participants,
      },
      ...{ onDay: session.onDay, untilDay: null, makesUpOn: null, hours: null, place: session.place },
      ...{ hostId: session.hostId, topics: [topic], numbers: {}, outcome: '', note: '' },
    }
    const within = { ...context, db: tx }
    const { id: recordId } = await createRecord(within, features, organisationId, {
      ...{ ...fields, state: 'kept', readingId: null, meetingId: meeting.id },
    })
    await updateSession(tx, key, { ended: { at: now, recordId }, item: null, speakingId: null })
    const told = { subject: meetingNameOf(meeting), organisationId }
    await record(tx, context, { action: 'session.end', ...told, detail: { circle: key.circle, ...quorum } })
    return sessionFor(tx, asking, meeting, key)
  })
}

type Participant = RecordFields['participants'][number]

/** The exceptions: who was away, whose words were read out, and who was not there all the time. */
function participantsOf(
  ids: readonly string[],
  events: readonly PresenceEvent[],
  wrote: ReadonlySet<string>,
): Participant[] {
  const last = lastOf(events)
  return ids.flatMap((personId): Participant[] => {
    const own = events.filter((event) => event.personId === personId)
    const kind = last.get(personId)?.kind
    const note = own.findLast((each) => each.note !== '')?.note ?? ''
    const read: Participant[] = wrote.has(personId) ? [{ personId, kind: 'wrote', note: '' }] : []
    if (kind === undefined) return read
    if (kind === 'absent' || kind === 'excused') return [{ personId, kind, note }, ...read]
    const what = own.map((each) => presenceKindNames[each.kind]).join('、')
    return [{ personId, kind: 'partial', note: note === '' ? what.slice(0, 100) : note }, ...read]
  })
}

import {
  circlesOf,
  hasMatrix,
  type MeetingSession,
  type PriorProblem,
  quorumHeld,
  quorumNow,
  quorumOf,
  type SessionWhole,
} from '@duizhao/contract'
import { remarkSubstance } from '@duizhao/engine/compliance'
import { membersOn, type Member } from '../../office/posts/index.ts'
import { may } from '../../platform/access.ts'
import { recordReading } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { type Asking, countsOfSession, mattersOfSession, standingIn } from '../matters/index.ts'
import { meetingNameOf, type MeetingRow, priorProblems } from '../meetings/index.ts'
import { askingOf, meetingOfSession } from './found.ts'
import { linesOf, presenceOf, sessionByKey, type SessionKey, type SessionRow } from './session-queries.ts'

/** A session as who asks may see it: its counts, or all of it. Not found for who may not see the meeting. */
export async function seenSession(context: ActorContext, key: SessionKey): Promise<MeetingSession> {
  const asking = askingOf(context)
  return sessionFor(context.db, asking, await meetingOfSession(context.db, asking, key), key)
}

/** The same on screen: that somebody read what was said of people is recorded. */
export async function readMeetingSession(context: ActorContext, key: SessionKey): Promise<MeetingSession> {
  const session = await seenSession(context, key)
  const { whole, meeting, organisation } = session
  if (whole !== null && whole.remarks.length > 0)
    await recordReading(context, `${key.meetingId} ${key.circle}`, {
      action: 'session.read',
      subject: meeting.name,
      organisationId: organisation.id,
    })
  return session
}

export async function sessionFor(
  db: Database | Tx,
  asking: Asking,
  meeting: MeetingRow,
  key: SessionKey,
): Promise<MeetingSession> {
  const { circle } = key
  const { organisationId, organisationName, path } = meeting
  const [session, standing, counts, presence] = await Promise.all([
    sessionByKey(db, key),
    standingIn(db, asking, organisationId),
    countsOfSession(db, key),
    presenceOf(db, key),
  ])
  const expected = await membersOn(db, organisationId, session?.onDay ?? asking.today, circle)
  const ids = expected.map(({ personId }) => personId)
  const { mayWrite, seesAll } = standing
  const isEnded = (session?.endedAt ?? null) !== null
  return {
    meeting: { id: meeting.id, name: meetingNameOf(meeting) },
    organisation: { id: organisationId, name: organisationName },
    circle,
    circles: [...circlesOf[meeting.kind]],
    onDay: session?.onDay ?? null,
    isBegun: session !== undefined,
    isEnded,
    recordId: session?.recordId ?? null,
    quorum: (isEnded ? quorumHeld : quorumNow)(ids, presence, quorumOf[circle]),
    remarks: { ...counts, cells: hasMatrix(circle) ? ids.length * (ids.length - 1) : null },
    mayWrite: mayWrite && meeting.replacedBy === null,
    mayConfirm: mayWrite && may(asking.actor, 'problem.write', path) && may(asking.actor, 'meeting.write', path),
    whole: seesAll ? await wholeOf(db, meeting, key, { session, expected, presence, today: asking.today }) : null,
  }
}

interface Known {
  readonly session: SessionRow | undefined
  readonly expected: readonly Member[]
  readonly presence: SessionWhole['presence']
  readonly today: string
}

function shownPrior({ id, number, text, state, dueOn }: PriorProblem): PriorProblem {
  return { id, number, text, state, dueOn }
}

async function wholeOf(
  db: Database | Tx,
  { organisationId, place, id: meetingId }: MeetingRow,
  key: SessionKey,
  { session, expected, presence, today }: Known,
): Promise<SessionWhole> {
  const [remarks, lines, prior] = await Promise.all([
    mattersOfSession(db, key),
    linesOf(db, key),
    priorProblems(db, { organisationId, meetingId, before: session?.onDay ?? today }),
  ])
  return {
    place: session?.place ?? place,
    host: session && session.hostId !== null ? { id: session.hostId, name: session.hostName ?? '' } : null,
    item: session?.item ?? null,
    speakingId: session?.speakingId ?? null,
    expected: expected.map(({ personId, name, caption }) => ({ id: personId, name, caption })),
    presence,
    remarks: remarks.map((remark) => ({ ...remark, substance: remarkSubstance(remark.text) })),
    lines,
    prior: { ...prior, problems: prior.problems.map(shownPrior) },
    version: session?.version ?? 1,
  }
}

import { circlesOf, type MeetingDetail, type MeetingSession, type StepDetail } from '@duizhao/contract'
import { type Member, membersOn } from '../../office/posts/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { forbidden } from '../../platform/refusal.ts'
import { readMeeting } from '../meetings/index.ts'
import { seenSession } from '../sessions/index.ts'
import { type MeetingPaperTitle, type MeetingProblem, paperTitlesOf, problemsOf } from './queries.ts'

/** All that the papers of a meeting are filled with. */
export interface DraftFacts {
  readonly meeting: MeetingDetail
  readonly today: string
  /** Who takes part, by the posts of the day. */
  readonly members: readonly Member[]
  /** Those that somebody is due at: of the meeting after an inspection the team’s or the committee’s. */
  readonly sessions: readonly MeetingSession[]
  readonly problems: readonly MeetingProblem[]
  readonly papers: readonly MeetingPaperTitle[]
}

/**
 * Reads them for whoever runs the meeting; not found for who may not see it, forbidden for who only sees it: the papers
 * name people and problems.
 */
export async function draftFacts(context: ActorContext, meetingId: string): Promise<DraftFacts> {
  const { db, actor, now } = context
  const meeting = await readMeeting(context, meetingId)
  if (!meeting.mayWrite)
    throw forbidden(
      `“${meeting.organisation.name}”的会议文稿由办会的人下载。`,
      '请找本组织的组织者、书记或主要负责人。',
    )
  const today = dateInChina(now)
  const day = meeting.heldOn ?? meeting.plannedOn ?? today
  const all = await Promise.all(circlesOf[meeting.kind].map((circle) => seenSession(context, { meetingId, circle })))
  const due = all.filter(({ isBegun, quorum }) => isBegun || quorum.expected > 0)
  const sessions = due.length === 0 ? all : due
  // The last is the meeting itself: of a branch all its members, not the committee before them.
  const circle = sessions.at(-1)?.circle ?? 'team'
  const [members, problems, papers] = await Promise.all([
    membersOn(db, meeting.organisation.id, day < today ? day : today, circle),
    problemsOf(db, actor, meetingId),
    paperTitlesOf(db, actor, meetingId),
  ])
  return { meeting, today, members, sessions, problems, papers }
}

/** A step of the meeting. */
export function stepOf({ meeting }: DraftFacts, step: StepDetail['step']): StepDetail | undefined {
  return meeting.steps.find((one) => one.step === step)
}

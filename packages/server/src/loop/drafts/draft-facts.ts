import {
  type Answer,
  circlesOf,
  type endpoints,
  type MeetingDetail,
  type MeetingSession,
  type StepDetail,
} from '@duizhao/contract'
import { type Member, membersOn } from '../../office/posts/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { forbidden } from '../../platform/refusal.ts'
import { readMeeting } from '../meetings/index.ts'
import { readMeetingSession } from '../sessions/index.ts'
import { readTalkMatrix } from '../talks/index.ts'
import { type MeetingPaperTitle, type MeetingProblem, paperTitlesOf, problemsOf } from './queries.ts'

/** All that the papers of a meeting are filled with. */
export interface DraftFacts {
  readonly meeting: MeetingDetail
  readonly today: string
  /** Who takes part, by the posts of the day. */
  readonly members: readonly Member[]
  readonly sessions: readonly MeetingSession[]
  readonly talks: Answer<typeof endpoints.readTalkMatrix>['counts']
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
  const circles = circlesOf[meeting.kind]
  const [circle = 'team'] = circles
  const sessions: MeetingSession[] = []
  for (const one of circles) sessions.push(await readMeetingSession(context, { meetingId, circle: one }))
  const [members, matrix, problems, papers] = await Promise.all([
    membersOn(db, meeting.organisation.id, day < today ? day : today, circle),
    readTalkMatrix(context, meeting.organisation.id, { from: `${meeting.cycleYear}-01-01`, to: day }),
    problemsOf(db, meetingId),
    paperTitlesOf(db, actor, meetingId),
  ])
  return { meeting, today, members, sessions, talks: matrix.counts, problems, papers }
}

/** A step of the meeting. */
export function stepOf({ meeting }: DraftFacts, step: StepDetail['step']): StepDetail | undefined {
  return meeting.steps.find((one) => one.step === step)
}

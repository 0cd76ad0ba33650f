import type { Answer, endpoints, MeetingReview } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { Actor, ActorContext } from '../../platform/context.ts'
import { meetingNameOf, seenMeeting } from '../meetings/index.ts'
import { type Mark, marksOfSome } from './mark-queries.ts'
import { type DecisionRow, lastDecisions, type MeetingPaperRow, papersOfMeeting } from './meeting-review-queries.ts'
import { standingMarks } from './standing-marks.ts'

/**
 * The papers handed in for a meeting that the actor may review, each with what was found, what was said of that, and what was
 * decided. Not found for whom the meeting is not there.
 */
export async function listMeetingReviews(
  { db, actor, now }: ActorContext,
  meetingId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Answer<typeof endpoints.listMeetingReviews>> {
  const meeting = await seenMeeting(db, { actor, today: dateInChina(now) }, meetingId)
  const { items, next } = await papersOfMeeting(db, actor, { meetingId, ...paging })
  const [marks, decisions] = await Promise.all([
    marksOfSome(
      db,
      items.map(({ versionId }) => versionId),
    ),
    lastDecisions(
      db,
      items.map(({ paperId }) => paperId),
    ),
  ])
  return {
    meeting: { id: meeting.id, name: meetingNameOf(meeting) },
    next,
    items: items.map((row) => {
      const decision = decisions.find(({ paperId }) => paperId === row.paperId)
      const said = saidTo(actor, row, { said: marks.get(row.versionId) ?? [], decision })
      return shown(row, standingMarks(said, actor.accountId), decision)
    }),
  }
}

/** Its author is told of a paper what was said until it was decided, and nothing before. */
function saidTo(
  { accountId }: Actor,
  row: MeetingPaperRow,
  { said, decision }: { readonly said: readonly Mark[]; readonly decision: DecisionRow | undefined },
): readonly Mark[] {
  if (row.accountId !== accountId) return said
  return decision === undefined ? [] : said.filter(({ at }) => at <= decision.at)
}

function shown(
  { paperId, title, kind, state, organisationId, organisationName, ...row }: MeetingPaperRow,
  { verdicts, remarks }: ReturnType<typeof standingMarks>,
  decision: DecisionRow | undefined,
): MeetingReview {
  const found = row.reading === null ? 0 : row.reading.errors + row.reading.warnings + row.reading.advice
  const accepted = verdicts.filter(({ verdict }) => verdict === 'accepted').length
  const { versionId, ordinal, reading, author } = row
  return {
    ...{ versionId, ordinal, reading, author },
    paper: { id: paperId, title, kind, state },
    organisation: { id: organisationId, name: organisationName },
    ...{ accepted, dismissed: verdicts.length - accepted, remarks: remarks.length },
    open: Math.max(0, found - verdicts.length),
    decided:
      decision === undefined
        ? null
        : {
            ...{ by: decision.by, at: decision.at.toISOString(), reason: decision.reason },
            ...{ isApproval: decision.action === 'approve', ordinal: decision.ordinal ?? row.ordinal },
          },
  }
}

import { daysAfter } from '@duizhao/engine/wording'
import type { Database } from '../../platform/database/pool.ts'
import { dayBefore, meetingNamedByPaper } from './meeting-days-queries.ts'

/** So many days before a meeting what is done is done for it; no day of the meeting before is among them. */
export const DAYS_OF_MEETING = 120

/** A meeting with the days in which it is prepared and held. */
export interface MeetingDays {
  readonly meetingId: string
  readonly from: string
  readonly to: string
}

/** The meeting a paper is of, with its days: up to that on which it was held, or today; null for a paper of none. */
export async function meetingDaysOf(db: Database, paperId: string, today: string): Promise<MeetingDays | null> {
  const meeting = await meetingNamedByPaper(db, paperId)
  if (meeting === undefined) return null
  const to = meeting.heldOn ?? today
  const before = await dayBefore(db, { organisationId: meeting.organisationId, id: meeting.id, day: to })
  const from = daysAfter(to, -DAYS_OF_MEETING)
  return { meetingId: meeting.id, from: before !== null && before >= from ? daysAfter(before, 1) : from, to }
}

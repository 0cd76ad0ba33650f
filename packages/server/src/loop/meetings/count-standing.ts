import { type MeetingStep } from '@duizhao/contract'
import { readExceptions } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { MeetingRow } from './meeting-queries.ts'
import { updateStanding } from './standing-queries.ts'
import { standingOf } from './standings.ts'

/** Counts anew where a meeting is, after what it follows from was changed. */
export async function countStanding(tx: Tx, meeting: MeetingRow): Promise<void> {
  await updateStanding(tx, meeting.id, standingOf(meeting, doneOf(meeting), await readExceptions(tx)))
}

function doneOf({ heldOn, reportedOn }: MeetingRow): ReadonlySet<MeetingStep> {
  const done = new Set<MeetingStep>()
  if (heldOn !== null) done.add('session')
  if (reportedOn !== null) done.add('report')
  return done
}

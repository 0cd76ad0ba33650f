import { dateInChina } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Happening } from '../../platform/feature.ts'
import { openMeetingsOf, setHeld } from './facts-queries.ts'
import { factsOf, sessionOf } from './meeting-facts.ts'
import { meetingForUpdate, type MeetingRow } from './meeting-queries.ts'
import { updateStanding } from './standing-queries.ts'
import { standingOf } from './standings.ts'
import { isBehind, stepsOf } from './steps.ts'
import { templateOf } from './template.ts'

/** Counts anew where a meeting is, after what it follows from was changed; the meeting as it is then. */
export async function countStanding(tx: Tx, meetingId: string, now: Date): Promise<MeetingRow> {
  const before = await heldMeeting(tx, meetingId)
  const facts = await factsOf(tx, before, dateInChina(now))
  const heldOn = sessionOf(facts.records)?.onDay ?? null
  if (heldOn !== before.heldOn) await setHeld(tx, meetingId, heldOn)
  const meeting = { ...before, heldOn }
  const steps = stepsOf(facts, meeting, templateOf(meeting))
  const done = new Set(steps.filter(isBehind).map(({ step }) => step))
  await updateStanding(tx, meetingId, standingOf(meeting, done, facts.exceptions))
  return heldMeeting(tx, meetingId)
}

async function heldMeeting(tx: Tx, meetingId: string): Promise<MeetingRow> {
  const meeting = await meetingForUpdate(tx, meetingId)
  if (!meeting) throw new Error(`meeting ${meetingId} is gone`)
  return meeting
}

/** What a record, a post or a paper changes is counted in its transaction: of the meetings of its body that are under way. */
export async function follow(tx: Tx, { organisationId, now }: Happening): Promise<void> {
  for (const id of await openMeetingsOf(tx, organisationId)) await countStanding(tx, id, now)
}

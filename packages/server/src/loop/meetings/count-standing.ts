import { dateInChina } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Happening } from '../../platform/feature.ts'
import { meetingsToFollow, setHeld } from './facts-queries.ts'
import { factsOf, type MeetingFacts } from './meeting-facts.ts'
import { meetingForUpdate, type MeetingRow, NEVER } from './meeting-queries.ts'
import { updateStanding } from './standing-queries.ts'
import { standingOf } from './standings.ts'
import { isBehind, stepsOf } from './steps.ts'
import { templateOf } from './template.ts'

/** A meeting with what its steps follow from. */
export interface Counted {
  readonly meeting: MeetingRow
  readonly facts: MeetingFacts
}

/** Counts anew where a meeting is, after what it follows from was changed; the meeting as it is then. */
export async function countStanding(tx: Tx, meetingId: string, now: Date): Promise<Counted> {
  const before = await meetingForUpdate(tx, meetingId)
  if (!before) throw new Error(`meeting ${meetingId} is gone`)
  const facts = await factsOf(tx, before, dateInChina(now))
  const meeting = { ...before, heldOn: facts.heldOn }
  if (meeting.heldOn !== before.heldOn) await setHeld(tx, meetingId, meeting.heldOn)
  const steps = stepsOf(facts, meeting, templateOf(meeting))
  const done = new Set(steps.filter(isBehind).map(({ step }) => step))
  const counted = standingOf(meeting, done, facts.exceptions)
  // One that was ordered again waits for nothing: what is still to be done is the other’s.
  const standing = meeting.replacedBy === null ? counted : { ...counted, nextStep: null, nextDue: NEVER }
  await updateStanding(tx, meetingId, standing)
  return { meeting: { ...meeting, ...standing, done: [...standing.done] }, facts }
}

/**
 * What a record, a post or a paper changes is counted in its transaction: of the meetings of its body that are under way,
 * and of those held on a day it tells of, though all of them is done.
 */
export async function follow(tx: Tx, { organisationId, days, now }: Happening): Promise<void> {
  for (const id of await meetingsToFollow(tx, { organisationId, days })) await countStanding(tx, id, now)
}

import { readExceptions } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { insertMeetingsOf } from './standing-queries.ts'
import { standingOf } from './standings.ts'

/** What a campaign asks of the days of its meetings. */
interface Asks {
  readonly id: string
  readonly untilOn: string
  readonly leadWorkdays: number
  readonly reportDays: number
}

/** Gives every organisation that is to have a meeting of a campaign and has none yet one; how many there were. */
export async function openMeetings(tx: Tx, { actor, now }: ActorContext, campaign: Asks): Promise<number> {
  const basis = { ...campaign, plannedOn: null, heldOn: null }
  const { nextStep, nextDue } = standingOf(basis, new Set(), await readExceptions(tx))
  return insertMeetingsOf(tx, campaign.id, { nextStep, nextDue, createdBy: actor.accountId, now })
}

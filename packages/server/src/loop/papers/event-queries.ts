import { type PaperEvent, paperMachine, type PaperState } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Reach } from './queries.ts'

export interface NewEvent {
  readonly id: string
  readonly paperId: string
  readonly at: Date
  readonly accountId: string
  readonly byName: string
  readonly action: string
  readonly to: string
  readonly ordinal: number | null
  readonly reason: string
}

/** An event with its place in the order of what happened to its paper. */
export interface WrittenEvent extends NewEvent {
  readonly number: number
}

/** Writes the event of an act, and returns it as it was written. */
export async function insertEvent(tx: Tx, act: string, event: NewEvent): Promise<WrittenEvent> {
  const { id, paperId, at, accountId, byName, action, to, ordinal, reason } = event
  const { number } = await tx
    .insertInto('paper_event')
    .values({
      ...{ id, act, at, action, ordinal, reason, paper_id: paperId, account_id: accountId, by_name: byName },
      to_state: to,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return { ...event, number }
}

const MOST_EVENTS = 500
/** States that tell what came of a paper, not how. */
const OUTCOMES: readonly PaperState[] = ['approved', 'issued', 'void']
const actionNames: Readonly<Record<string, string>> = paperMachine.actionNames

/** What was done with a paper, the latest first; of versions one may not see nothing is told. */
export async function eventsOf(db: Database, paperId: string, { upTo, isOutcome }: Reach): Promise<PaperEvent[]> {
  const some = db
    .selectFrom('paper_event')
    .select(['id', 'at', 'by_name as by', 'action', 'to_state as to', 'reason', 'ordinal'])
    .where('paper_id', '=', paperId)
    .where(sql<boolean>`coalesce(ordinal, 0) <= ${upTo}`)
  const rows = await (isOutcome ? some.where('to_state', 'in', OUTCOMES) : some)
    .orderBy('number', 'desc')
    .limit(MOST_EVENTS)
    .execute()
  return rows.map(({ at, action, to, ...row }) => ({
    ...row,
    at: at.toISOString(),
    actionName: actionNames[action] ?? action,
    to: paperMachine.stateNames[to as PaperState],
  }))
}

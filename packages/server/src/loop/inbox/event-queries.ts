import { incomingMachine, type IncomingAction, type IncomingEvent } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

export interface NewIncomingEvent {
  readonly id: string
  readonly incomingId: string
  readonly action: string
  readonly text: string
  readonly organisationId: string
  readonly accountId: string
  readonly byName: string
  readonly at: Date
}

export async function insertIncomingEvent(tx: Tx, event: NewIncomingEvent): Promise<void> {
  const { id, action, text, at } = event
  await tx
    .insertInto('incoming_event')
    .values({
      ...{ id, action, text, at, incoming_id: event.incomingId, organisation_id: event.organisationId },
      ...{ account_id: event.accountId, by_name: event.byName },
    })
    .execute()
}

const MOST_EVENTS = 200

/** What was done with it, the earliest first. */
export async function incomingEvents(db: Database | Tx, incomingId: string): Promise<IncomingEvent[]> {
  const rows = await db
    .selectFrom('incoming_event')
    .innerJoin('organisation', 'organisation.id', 'incoming_event.organisation_id')
    .select(['incoming_event.id', 'action', 'text', 'by_name as by', 'at', 'organisation.name as organisation'])
    .where('incoming_id', '=', incomingId)
    .orderBy('incoming_event.id')
    .limit(MOST_EVENTS)
    .execute()
  return rows.map(({ at, action, ...row }) => ({
    ...row,
    at: at.toISOString(),
    actionName: incomingMachine.actionNames[action as IncomingAction],
  }))
}

import { actionNames, type FeedbackEvent } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

interface Happened {
  readonly inspectionId: string
  readonly itemId: string | null
  readonly action: string
  readonly text: string
}

export async function insertEvent(
  tx: Tx,
  { actor, now }: Pick<ActorContext, 'actor' | 'now'>,
  { inspectionId, itemId, action, text }: Happened,
): Promise<void> {
  await tx
    .insertInto('feedback_event')
    .values({
      ...{ id: newId(), inspection_id: inspectionId, item_id: itemId, action, text, at: now },
      ...{ account_id: actor.accountId, by_name: actor.personName },
    })
    .execute()
}

const MOST_EVENTS = 50

/** What was done with the items of an inspection, the latest first. */
export async function eventsOfInspection(db: Database | Tx, inspectionId: string): Promise<FeedbackEvent[]> {
  const rows = await db
    .selectFrom('feedback_event')
    .select(['id', 'action', 'text', 'by_name as by', 'at'])
    .where('inspection_id', '=', inspectionId)
    .orderBy('id', 'desc')
    .limit(MOST_EVENTS)
    .execute()
  return rows.map(({ action, at, ...row }) => ({
    ...row,
    actionName: actionNames[action] ?? action,
    at: at.toISOString(),
  }))
}

const MOST_OF_ONE = 200

/** What an account did, the latest first. */
export async function eventsBy(db: Database, accountId: string) {
  return db
    .selectFrom('feedback_event')
    .innerJoin('inspection', 'inspection.id', 'feedback_event.inspection_id')
    .select(['feedback_event.at', 'feedback_event.action', 'feedback_event.text', 'inspection.name as inspection'])
    .where('feedback_event.account_id', '=', accountId)
    .orderBy('feedback_event.id', 'desc')
    .limit(MOST_OF_ONE)
    .execute()
}

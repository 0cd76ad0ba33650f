import { allowedActions, incomingActions, type Incoming, type IncomingDetail, incomingMachine } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina, readExceptions, type WorkdayExceptions, workdaysBetween } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/refusal.ts'
import { incomingEvents } from './event-queries.ts'
import { type IncomingRow, seenIncoming } from './incoming-queries.ts'
import { INCOMING, incomingFacts } from './policy.ts'

/**
 * One of what came in. That a petition, or what is about somebody, was read by others than who handles it is in the audit
 * log. Not found for who may not see it, or is complained of in it.
 */
export async function readIncoming(context: ActorContext, id: string): Promise<IncomingDetail> {
  const row = await seenIncoming(context.db, context.actor, id)
  if (!row) throw notFound('这件来件')
  const isSecret = row.kind === 'petition' || row.about !== null
  if (isSecret && row.handler?.id !== context.actor.personId) await enterReading(context, row)
  return incomingDetail(context, row)
}

async function enterReading(context: ActorContext, { id, organisation }: IncomingRow): Promise<void> {
  const told = { subject: INCOMING, organisationId: organisation.id, detail: { id } }
  await transaction(context.db, (tx) => record(tx, context, { action: 'inbox.read', ...told }))
}

/** It as lists show it. */
export function incomingOf(row: IncomingRow, today: string, exceptions: WorkdayExceptions): Incoming {
  const { id, kind, state, text, receivedOn, dueOn, organisation, firstReceiver, handler, told, passed, version } = row
  const { ending, endedOn, endingReason, problem, offeredTo } = row
  return {
    ...{ id, kind, state, text, receivedOn, dueOn, organisation, firstReceiver, handler, told, passed, version },
    offeredTo: offeredTo && { id: offeredTo.id, name: offeredTo.name },
    overdueDays: endedOn === null ? workdaysBetween(dueOn, today, exceptions) : 0,
    outcome:
      ending === null || endedOn === null
        ? null
        : { ending, reason: endingReason, on: endedOn, isInTime: endedOn <= dueOn, problem },
  }
}

/** All of it; who sent it only for who may handle it, and to whom it is offered not before they take it. */
export async function incomingDetail({ db, actor, now }: ActorContext, row: IncomingRow): Promise<IncomingDetail> {
  const { senderKind, about, aboutOrganisation, acceptedOn, extendedOn } = row
  const isKeeper = may(actor, 'inbox.write', row.path)
  return {
    ...incomingOf(row, dateInChina(now), await readExceptions(db)),
    ...{ senderKind, about, aboutOrganisation, acceptedOn, extendedOn },
    sender: isKeeper ? row.sender : null,
    contact: isKeeper ? row.contact : null,
    events: await incomingEvents(db, row.id),
    actions: allowedActions(incomingMachine, incomingActions, incomingFacts(actor, row)),
  }
}

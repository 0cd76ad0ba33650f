import {
  type IncomingAction,
  type IncomingDetail,
  type IncomingGuard,
  incomingMachine,
  type IncomingState,
} from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { act, type Subject } from '../../platform/act.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { insertIncomingEvent } from './event-queries.ts'
import {
  type IncomingChange,
  type IncomingRow,
  seenForUpdate,
  updateIncoming,
  writtenIncoming,
} from './incoming-queries.ts'
import { INCOMING, incomingFacts } from './policy.ts'
import { incomingDetail } from './read-incoming.ts'

const inbox: Subject<IncomingRow, IncomingChange, IncomingState, IncomingAction, IncomingGuard> = {
  machine: incomingMachine,
  name: 'inbox',
  held: async (tx, { actor }, id) => {
    const row = await seenForUpdate(tx, actor, id)
    if (!row) throw notFound('这件来件')
    return row
  },
  facts: async (_, { actor }, row) => incomingFacts(actor, row),
  write: async (tx, id, { change = {}, state }) => {
    await updateIncoming(tx, id, state, change)
    return writtenIncoming(tx, id)
  },
  // Written where the act is done: what it says is for the history alone, the log is read by others.
  history: () => Promise.resolve(),
  told: ({ organisation }) => ({ subject: INCOMING, organisationId: organisation.id }),
}

export async function enterEvent(
  tx: Tx,
  { actor, now }: ActorContext,
  { id, organisation }: { readonly id: string; readonly organisation: { readonly id: string } },
  { action, text }: { readonly action: IncomingAction; readonly text: string },
): Promise<void> {
  const { accountId, personName } = actor
  const of = { incomingId: id, organisationId: organisation.id }
  await insertIncomingEvent(tx, { id: newId(), ...of, action, text, accountId, byName: personName, at: now })
}

/** What an act writes, and what the history is told of it. */
interface Done {
  readonly change?: IncomingChange
  readonly text?: string
}

/** Does an action on what came in, as it was looked at; it as it is then. */
export async function actOnIncoming(
  context: ActorContext,
  { id, version }: { readonly id: string; readonly version: number },
  action: IncomingAction,
  work: (tx: Tx, row: IncomingRow) => Promise<Done> | Done,
): Promise<IncomingDetail> {
  const after = await act(context, inbox, { id, actions: [action] }, async (tx, row) => {
    if (row.version !== version)
      throw conflict('这件来件刚刚被别人办过。', '请重新打开，看办到了哪里。', { version: row.version })
    const { change = {}, text = '' } = await work(tx, row)
    await enterEvent(tx, context, row, { action, text })
    return { change, detail: { id: row.id } }
  })
  return incomingDetail(context, after)
}

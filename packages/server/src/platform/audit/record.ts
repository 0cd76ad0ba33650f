import type { Actor, Origin } from '../context.ts'
import type { Tx } from '../database/transaction.ts'
import { type ChainedEntry, hashOf } from './chained-entry.ts'
import { appendEntry, lockHead } from './queries.ts'
import { takeWritten } from './written.ts'

/** What happened, for the audit log. */
export interface Act {
  readonly action: string
  /** The name of what it happened to, as it was. */
  readonly subject: string
  readonly organisationId?: string
  /** Facts worth keeping, before and after; never passwords or the text of confidential records. */
  readonly detail?: Readonly<Record<string, unknown>>
  readonly succeeded?: boolean
}

/** Who acts, when and from where; without an actor it is the system or someone not yet signed in. */
export interface Acting {
  readonly now: Date
  readonly origin: Origin
  readonly actor?: Pick<Actor, 'accountId' | 'login' | 'personName'>
}

/**
 * Appends an act to the audit log, in the transaction that does it: what is rolled back was never done. Locks the end of
 * the chain until the transaction ends, so call it last. The entry vouches for what `vouchFor` was told of.
 */
export async function record(tx: Tx, { now, origin, actor }: Acting, act: Act): Promise<void> {
  const head = await lockHead(tx)
  const history = takeWritten(tx)
  const entry: ChainedEntry = {
    number: head.number + 1,
    at: now.toISOString(),
    action: act.action,
    accountId: actor?.accountId ?? null,
    login: actor?.login ?? null,
    personName: actor?.personName ?? null,
    organisationId: act.organisationId ?? null,
    subject: act.subject,
    succeeded: act.succeeded ?? true,
    address: origin.address,
    requestId: origin.requestId,
    detail: { ...act.detail, ...(history.length === 0 ? {} : { history }) },
    previousHash: head.hash,
  }
  await appendEntry(tx, entry, hashOf(entry))
}

import { createHash } from 'node:crypto'
import type { Actor, Origin } from '../context.ts'
import type { Tx } from '../database/transaction.ts'
import { appendEntry, lockHead } from './queries.ts'

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

/** An entry without its own hash: what the hash is taken of. */
export interface ChainedEntry {
  readonly number: number
  readonly at: string
  readonly action: string
  readonly accountId: string | null
  readonly login: string | null
  readonly personName: string | null
  readonly organisationId: string | null
  readonly subject: string
  readonly succeeded: boolean
  readonly address: string
  readonly requestId: string
  readonly detail: Readonly<Record<string, unknown>>
  readonly previousHash: string
}

/** Who acts, when and from where; without an actor it is the system or someone not yet signed in. */
export interface Acting {
  readonly now: Date
  readonly origin: Origin
  readonly actor?: Pick<Actor, 'accountId' | 'login' | 'personName'>
}

/**
 * Appends an act to the audit log, in the transaction that does it: what is rolled back was never done. Locks the end of
 * the chain until the transaction ends, so call it last.
 */
export async function record(tx: Tx, { now, origin, actor }: Acting, act: Act): Promise<void> {
  const head = await lockHead(tx)
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
    detail: act.detail ?? {},
    previousHash: head.hash,
  }
  await appendEntry(tx, entry, hashOf(entry))
}

/** The SM3 digest (GB/T 32905—2016) of an entry written as JSON with sorted keys, so that it does not depend on who wrote it. */
export function hashOf(entry: ChainedEntry): string {
  return createHash('sm3').update(canonical(entry)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`
}

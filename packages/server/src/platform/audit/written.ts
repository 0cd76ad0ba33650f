import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../database/transaction.ts'
import { canonical } from './chained-entry.ts'

/** How many rows, and one digest over all of them. */
export interface Digest {
  readonly rows: number
  readonly hash: string
}

/** What an act wrote besides its entry, and the entry vouches for. */
export const Written = z.object({
  /** Which kind of rows. */
  of: z.string(),
  /** How the rows are found again; null for all that were written before acts had names. */
  act: z.string().nullable(),
  rows: z.int(),
  hash: z.string(),
})
export type Written = z.infer<typeof Written>

/** A digest over rows that come one after the other; they have to come in the same order again. */
export interface Digesting {
  add(row: object): void
  digest(): Digest
}

export function digesting(): Digesting {
  const hash = createHash('sm3')
  let rows = 0
  return {
    add: (row) => {
      hash.update(`${canonical(row)}\n`)
      rows += 1
    },
    digest: () => ({ rows, hash: hash.copy().digest('hex') }),
  }
}

const waiting = new WeakMap<Tx, Written[]>()

/** Has the next entry of this transaction vouch for rows it wrote. */
export function vouchFor(tx: Tx, written: Written): void {
  waiting.set(tx, [...(waiting.get(tx) ?? []), written])
}

/** What an entry has to vouch for; once. */
export function takeWritten(tx: Tx): readonly Written[] {
  const written = waiting.get(tx) ?? []
  waiting.delete(tx)
  return written
}

/** What an entry vouches for. */
export function writtenOf(detail: Readonly<Record<string, unknown>>): readonly Written[] {
  const read = z.array(Written).safeParse(detail['history'])
  return read.success ? read.data : []
}

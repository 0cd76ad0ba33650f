import type { AuditVerification } from '@duizhao/contract'
import type { Database } from '../database/pool.ts'
import type { Tx } from '../database/transaction.ts'
import { type Comparison, compareAnchors, type Expected, type Restoration } from './compare-anchors.ts'
import { type Vouched, type VouchedWalk, walkVouched } from './vouched.ts'
import { entriesFrom, readHead, type StoredEntry } from './queries.ts'
import { hashOf } from './chained-entry.ts'

const BATCH = 2_000
const BEGINNING = '0'.repeat(64)

/** What one verifies the chain against, besides itself. */
export interface Against {
  /** Heads written down outside the database. */
  readonly expected?: readonly Expected[]
  /** Rows that entries vouch for. */
  readonly vouched?: readonly Vouched[]
}

export type ChainVerification = Omit<AuditVerification, 'anchors'> & { readonly anchors: Comparison }

/**
 * Walks the whole chain in one snapshot of the database: numbers without gaps, every entry's hash its own, every entry
 * joined to the one before, the last one where the head says, every head that was written down found again, and what the
 * entries vouch for as it was written. Stops at the first entry that does not fit.
 */
export async function verifyChain(
  db: Database,
  { expected = [], vouched = [] }: Against = {},
): Promise<ChainVerification> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const history = walkVouched(tx, vouched)
      const walk = await walkChain(tx, new Set(expected.map(({ number }) => number)), history)
      const { entries, lastHash } = walk
      const broken = walk.broken ?? (await faultOfHead(tx, walk))
      // Past a break nothing is known.
      const reached = walk.broken === null ? expected : expected.filter(({ number }) => number <= walk.entries)
      const anchors = compareAnchors(reached, walk)
      const rewritten = walk.broken === null ? await history.faults() : []
      const intact = broken === null && anchors.faults.length + rewritten.length === 0
      return { entries, intact, broken, lastHash, anchors, rewritten }
    })
}

interface Walk {
  readonly entries: number
  readonly lastHash: string
  readonly broken: AuditVerification['broken']
  readonly hashes: ReadonlyMap<number, string>
  readonly restorations: readonly Restoration[]
}

async function walkChain(tx: Tx, wanted: ReadonlySet<number>, history: VouchedWalk): Promise<Walk> {
  const hashes = new Map([[0, BEGINNING]])
  const restorations: Restoration[] = []
  let entries = 0
  let lastHash = BEGINNING
  for (;;) {
    const batch = await entriesFrom(tx, entries + 1, BATCH)
    for (const entry of batch) {
      const reason = faultOf(entry, entries + 1, lastHash)
      if (reason !== null) return { entries, lastHash, broken: { number: entries + 1, reason }, hashes, restorations }
      entries += 1
      lastHash = entry.hash
      if (wanted.has(entries)) hashes.set(entries, lastHash)
      if (entry.action === 'system.restore') restorations.push(restorationOf(entry))
    }
    await history.see(batch)
    if (batch.length < BATCH) return { entries, lastHash, broken: null, hashes, restorations }
  }
}

function restorationOf({ number, hash, at, detail }: StoredEntry): Restoration {
  return { number, hash, at, backupOf: typeof detail['backupOf'] === 'string' ? detail['backupOf'] : at }
}

function faultOf(entry: StoredEntry, number: number, previousHash: string): string | null {
  if (entry.number !== number) return `缺第 ${number} 条，后面直接是第 ${entry.number} 条`
  const { hash, ...content } = entry
  if (entry.previousHash !== previousHash) return `第 ${number} 条与前一条接不上`
  return hashOf(content) === hash ? null : `第 ${number} 条的内容被改过`
}

async function faultOfHead(tx: Tx, { entries, lastHash }: Walk): Promise<AuditVerification['broken']> {
  const head = await readHead(tx)
  if (head.number === entries && head.hash === lastHash) return null
  const reason = `链尾记着 ${head.number} 条，实有 ${entries} 条，或最后一条与链尾不符：末尾的记录被删改过`
  return { number: entries + 1, reason }
}

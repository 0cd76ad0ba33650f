import type { AuditVerification } from '@duizhao/contract'
import type { Database } from '../database/pool.ts'
import { entriesFrom, readHead, type StoredEntry } from './queries.ts'
import { hashOf } from './chained-entry.ts'

const BATCH = 2_000
const BEGINNING = '0'.repeat(64)

/**
 * Walks the whole chain in one snapshot of the database: numbers without gaps, every entry's hash its own, every entry
 * joined to the one before, the last one where the head says. Stops at the first that does not fit.
 */
export async function verifyChain(db: Database): Promise<AuditVerification> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const head = await readHead(tx)
      let entries = 0
      let last = BEGINNING
      for (;;) {
        const batch = await entriesFrom(tx, entries + 1, BATCH)
        for (const entry of batch) {
          const reason = faultOf(entry, entries + 1, last)
          if (reason !== null)
            return { entries, intact: false, broken: { number: entries + 1, reason }, lastHash: last }
          entries += 1
          last = entry.hash
        }
        if (batch.length < BATCH) break
      }
      const isWhole = head.number === entries && head.hash === last
      const reason = `链尾记着 ${head.number} 条，实有 ${entries} 条，或最后一条与链尾不符：末尾的记录被删改过`
      return { entries, intact: isWhole, broken: isWhole ? null : { number: entries + 1, reason }, lastHash: last }
    })
}

function faultOf(entry: StoredEntry, number: number, previousHash: string): string | null {
  if (entry.number !== number) return `缺第 ${number} 条，后面直接是第 ${entry.number} 条`
  const { hash, ...content } = entry
  if (entry.previousHash !== previousHash) return `第 ${number} 条与前一条接不上`
  return hashOf(content) === hash ? null : `第 ${number} 条的内容被改过`
}

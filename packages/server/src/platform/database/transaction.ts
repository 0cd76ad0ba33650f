import { Transaction } from 'kysely'
import { isOutdated } from './named-statements.ts'
import type { Database } from './pool.ts'
import type { DB } from './tables.ts'

export type Tx = Transaction<DB>

/** Deadlocks and serialization failures: nothing was wrong with the request, it only has to be done again. */
const AGAIN = new Set(['40001', '40P01'])
const MOST_ATTEMPTS = 4

/**
 * Runs `work` in one transaction: all of it happens or none; again from the start if it collided with another or a
 * migration. Within a transaction it is part of that one, which then is all or nothing.
 */
export async function transaction<T>(db: Database | Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (db instanceof Transaction) return work(db)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (!(AGAIN.has(code) || isOutdated(error)) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

/** True if a row could not be deleted because others refer to it. */
export function isReferred(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503'
}

/** True if a unique index refused a row. */
export function isDuplicate(error: unknown, index: string): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === '23505' &&
    'constraint' in error &&
    error.constraint === index
  )
}

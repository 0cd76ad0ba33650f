import { sql } from 'kysely'
import type { Tx } from './transaction.ts'

/** PostgreSQL's advisory locks, by what they guard. The numbers mean nothing; they are the same in every process. */
export const locks = {
  /** Who holds it migrates. */
  migrations: 7_402_118_523,
  /** Shared by who needs the tree of organisations to stay, held alone by who changes it. */
  tree: 7_402_118_524,
  /** Held by the one server of an embedded database as long as it lives. */
  owner: 7_402_118_525,
  /** Held by who enters reminders, so that nobody is told twice. */
  reminders: 7_402_118_526,
  /** Held by who prepares the database; who starts at the same time finds it prepared. */
  setUp: 7_402_118_527,
  /** Held by who takes an administrator's role or account away, so that two do not take away the last two. */
  administrators: 7_402_118_528,
  /** Held by who makes the backup of the night. */
  backup: 7_402_118_529,
} as const satisfies Readonly<Record<string, number>>

export type Lock = keyof typeof locks

/** Takes a lock exclusively until the transaction ends. */
export async function hold(tx: Tx, lock: Lock): Promise<void> {
  await sql`select pg_advisory_xact_lock(${locks[lock]})`.execute(tx)
}

/** Takes a lock as one of those that share it until the transaction ends. */
export async function share(tx: Tx, lock: Lock): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${locks[lock]})`.execute(tx)
}

/** Holds the lock of one among many alike, an organisation's numbers of a year say, until the transaction ends. */
export async function holdOne(
  tx: Tx,
  what:
    | 'notice-number'
    | 'duty-list'
    | 'feedback'
    | 'ledger-import'
    | 'paper-problems'
    | 'record'
    | 'recurrence'
    | 'session',
  which: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${what} ${which}`}, 0))`.execute(tx)
}

import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { NamingClient } from './named-statements.ts'
import { openProbe, type Probe } from './probe.ts'
import type { DB } from './tables.ts'

export type Database = Kysely<DB>

/** The connections of this process, with Kysely over them. */
export interface Pool {
  readonly db: Database
  /** Fewer connections of their own, for what takes minutes: it neither fails nor holds up the others. */
  readonly patient: Database
  readonly pool: pg.Pool
  readonly isReachable: Probe['isReachable']
  close(): Promise<void>
}

// Dates stay what they are in the database, texts `yyyy-mm-dd`: a calendar date has no instant and no time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
// Counts and sequence numbers stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/**
 * What one process may make the others wait for, in milliseconds. A process that is stopped in the middle of a transaction
 * holds its locks until PostgreSQL ends it; then the next of its own that waits is given them, until it is ended in turn.
 * Twice and more within the longest wait for a lock: by then all of them are gone.
 */
const BOUNDS = {
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 4_000,
} as const
const PATIENT = { statement_timeout: 15 * 60_000, lock_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 }

/** How a connection is found lost that says nothing any more. */
const ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const

export function openPool(url: string, size = 20): Pool {
  const common = { connectionString: url, connectionTimeoutMillis: 10_000, Client: NamingClient, ...ALIVE }
  const pool = new pg.Pool({ ...common, ...BOUNDS, max: size })
  const patient = new pg.Pool({ ...common, ...PATIENT, max: Math.ceil(size / 5), application_name: 'duizhao patient' })
  // A connection lost while idle is replaced by the next query; without a listener it would end the process.
  for (const each of [pool, patient]) each.on('error', () => undefined)
  const [db, slow] = [pool, patient].map((each) => new Kysely<DB>({ dialect: new PostgresDialect({ pool: each }) }))
  if (!db || !slow) throw new Error('two pools make two databases')
  const probe = openProbe(url)
  const close = async () => void (await Promise.all([db.destroy(), slow.destroy(), probe.close()]))
  return { db, patient: slow, pool, isReachable: probe.isReachable, close }
}

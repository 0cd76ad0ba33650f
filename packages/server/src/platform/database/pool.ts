import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { NamingClient } from './named-statements.ts'
import type { DB } from './tables.ts'

export type Database = Kysely<DB>

/** The connections of this process, with Kysely over them. */
export interface Pool {
  readonly db: Database
  readonly pool: pg.Pool
  close(): Promise<void>
}

// Dates stay what they are in the database, texts `yyyy-mm-dd`: a calendar date has no instant and no time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
// Counts and sequence numbers stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export function openPool(url: string, size = 20): Pool {
  const pool = new pg.Pool({ connectionString: url, max: size, connectionTimeoutMillis: 10_000, Client: NamingClient })
  // A connection lost while idle is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}

/** True if the database answers a question. */
export function isReachable(db: Database): Promise<boolean> {
  return sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
}

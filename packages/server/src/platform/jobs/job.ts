import type { ServerConfig } from '../config.ts'
import type { FileStore } from '../file-store.ts'
import type { Database } from '../database/pool.ts'
import type { Tx } from '../database/transaction.ts'

/** What work in the background has at hand; time is a value here too: the moment it began. */
export interface JobContext {
  readonly db: Database
  /** For work that needs a connection of its own. */
  readonly databaseUrl: string
  readonly files: FileStore
  readonly config: ServerConfig
  readonly now: Date
  readonly enqueue: Enqueue
}

/** Work done in the background, at least once: a process may fall over in it, so it has to be idempotent. */
export interface Job<D extends object = object> {
  /** One in the whole service. */
  readonly name: string
  /** When it recurs, as cron says it, China time; absent for work that is only ever asked for. */
  readonly schedule?: string
  /** How long it may take before it is taken for lost and begun again; a quarter of an hour if nothing is said. */
  readonly longestSeconds?: number
  work(context: JobContext, data: D): Promise<void>
}

/** Puts a job into the queue in the caller's transaction: if that is rolled back, the job never was. */
export type Enqueue = <D extends object>(tx: Tx, job: Job<D>, data: D) => Promise<void>

import pg, { type Client } from 'pg'
import { type Lock, locks } from './locks.ts'

/** A connection for a session-level advisory lock: it ends with the connection, and so with the process. */
async function connectionFor(url: string, lock: Lock): Promise<Client> {
  const client = new pg.Client({ connectionString: url, application_name: `duizhao ${lock}` })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Runs `work` while no other process of the same database does so under the same lock: who comes meanwhile waits. */
export async function alone<T>(url: string, lock: Lock, work: () => Promise<T>): Promise<T> {
  const client = await connectionFor(url, lock)
  try {
    await client.query('select pg_advisory_lock($1)', [locks[lock]])
    return await work()
  } finally {
    await client.end()
  }
}

/**
 * Takes a lock for as long as this process lives, and returns how to give it back; null if another process has it.
 * `onLost` is called when the database has gone, and the lock with it.
 */
export async function take(url: string, lock: Lock, onLost: () => void): Promise<(() => Promise<void>) | null> {
  const client = await connectionFor(url, lock)
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [locks[lock]])
  if (rows[0]?.taken === true) {
    client.once('end', onLost)
    return () => {
      client.off('end', onLost)
      return client.end()
    }
  }
  await client.end()
  return null
}

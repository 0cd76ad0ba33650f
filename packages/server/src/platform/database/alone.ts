import pg from 'pg'

/**
 * Runs `work` while no other process of the same database does so under the same number: who comes meanwhile waits. The
 * lock is that of a connection of its own, so it ends with the process, whatever happens.
 */
export async function alone<T>(url: string, lock: number, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'duizhao lock' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    return await work()
  } finally {
    await client.end()
  }
}

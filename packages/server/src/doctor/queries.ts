import pg from 'pg'

/** A connection of the doctor's own. */
export type Connection = pg.Client

/** One that can only read, whoever it connects as. Throws as `pg` does if the database cannot be reached. */
export async function connect(url: string): Promise<Connection> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    options: '-c default_transaction_read_only=on',
  })
  await client.connect()
  return client
}

export async function serverVersion(client: Connection): Promise<{ readonly number: number; readonly words: string }> {
  const { rows } = await client.query<{ number: number; words: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as words`,
  )
  return rows[0] ?? { number: 0, words: '' }
}

export async function serverTime(client: Connection): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
  return rows[0]?.now ?? new Date(0)
}

/** When the last entry of the audit log was made; null if there is none, or no log yet. */
export async function lastEntry(client: Connection): Promise<Date | null> {
  return entryAt(client, 'true')
}

/** When the last backup was made that holds everything; null if none was. */
export async function lastBackup(client: Connection): Promise<Date | null> {
  return entryAt(client, `action = 'system.backup' and succeeded`)
}

/** Whether there is a log yet. */
export async function hasLog(client: Connection): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('audit_entry') is not null as there`)
  return rows[0]?.there === true
}

async function entryAt(client: Connection, condition: string): Promise<Date | null> {
  if (!(await hasLog(client))) return null
  const { rows } = await client.query<{ at: Date }>(
    `select at from audit_entry where ${condition} order by number desc limit 1`,
  )
  return rows[0]?.at ?? null
}

import pg from 'pg'
import { type Connection, type SavedSequence, tablesOf } from './snapshot-queries.ts'

/** Runs `work` on a connection of its own in one transaction: all of it happens or none. */
export async function inOneTransaction<Result>(
  url: string,
  work: (client: Connection) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'duizhao restore' })
  await client.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

/** True if somebody has set the database up. */
export async function holdsData(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ used: boolean }>(
      `select exists (select from pg_class where relnamespace = current_schema()::regnamespace and relname = 'organisation') as used`,
    )
    return rows[0]?.used === true && (await client.query('select from organisation limit 1')).rows.length > 0
  } finally {
    await client.end()
  }
}

export async function setSequence(client: Connection, { name, value, isCalled }: SavedSequence): Promise<void> {
  await client.query('select setval($1::regclass, $2::bigint, $3)', [pg.escapeIdentifier(name), value, isCalled])
}

/**
 * Takes foreign keys and triggers away while rows come in any order, and empties the tables of what migrations put
 * there; `restore` puts them back, and PostgreSQL checks every row against them.
 */
export async function loosen(client: Connection): Promise<{ readonly restore: () => Promise<void> }> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`,
  )
  const tables = (await tablesOf(client)).map(({ name }) => pg.escapeIdentifier(name))
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
  await client.query(`truncate ${tables.join(', ')}`)
  return {
    restore: async () => {
      for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
      for (const { table, name, definition } of rows)
        await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    },
  }
}

/** Integrity, data and syntax errors of PostgreSQL: rows that no database of ours can have held. */
const NO_ROWS_OF_OURS = /^(?:22|23|42)/

/** What PostgreSQL has against rows it was given; null for whatever else went wrong. */
export function whyRowsAreRefused(error: unknown): string | null {
  return error instanceof pg.DatabaseError && NO_ROWS_OF_OURS.test(error.code ?? '') ? error.message : null
}

import pg, { type Client } from 'pg'

/** A connection to a database being saved or brought back. */
export type Connection = Client

/** Rows fetched or written at a time. */
export const BATCH = 1_000

/** A table of the application and how its rows are put in order, so that two copies of it read the same. */
export interface SavedTable {
  readonly name: string
  readonly order: string
}

/** Jobs under way are not kept: they are about this machine, and start anew. */
const APPLICATION = `select c.relname as name,
  coalesce((select string_agg(quote_ident(a.attname), ', ' order by array_position(i.indkey::int[], a.attnum::int))
    from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
    where i.indrelid = c.oid and i.indisprimary), 'ctid') as order
  from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' order by 1`

export async function tablesOf(client: Connection): Promise<SavedTable[]> {
  const { rows } = await client.query<SavedTable>(APPLICATION)
  return rows
}

/** Sessions are not kept: whoever gets hold of a backup, or of what was brought back from it, is signed in nowhere. */
const NOT_SAVED = new Set(['session'])

/** True for a table whose rows are in a backup and come back from it. */
export function isSaved(table: string): boolean {
  return !NOT_SAVED.has(table)
}

export async function savedTablesOf(client: Connection): Promise<SavedTable[]> {
  return (await tablesOf(client)).filter(({ name }) => isSaved(name))
}

/** The hashes of all files that rows name, in batches held at the server. */
export async function* hashesOf(client: Connection): AsyncGenerator<string> {
  await client.query('declare hashes_of no scroll cursor for select hash from stored_file order by hash')
  try {
    for (;;) {
      const { rows } = await client.query<{ hash: string }>(`fetch ${BATCH} from hashes_of`)
      if (rows.length === 0) return
      for (const { hash } of rows) yield hash
    }
  } finally {
    await client.query('close hashes_of')
  }
}

/** The rows of a table as PostgreSQL writes them in text, exact to the last digit of every column, in batches. */
export async function* rowsOf(client: Connection, { name, order }: SavedTable): AsyncGenerator<string[]> {
  const table = pg.escapeIdentifier(name)
  await client.query(`declare rows_of no scroll cursor for select t::text as line from ${table} t order by ${order}`)
  try {
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${BATCH} from rows_of`)
      if (rows.length === 0) return
      yield rows.map(({ line }) => line)
    }
  } finally {
    await client.query('close rows_of')
  }
}

/** Writes rows as `rowsOf` gave them; what the database works out itself, it works out again. */
export async function insertRows(client: Connection, table: string, lines: readonly string[]): Promise<void> {
  const name = pg.escapeIdentifier(table)
  const { rows } = await client.query<{ column: string }>(
    `select quote_ident(attname) as column from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [name],
  )
  const columns = rows.map(({ column }) => column)
  await client.query(
    `insert into ${name} (${columns.join(', ')}) overriding system value
     select ${columns.map((column) => `(t).${column}`).join(', ')} from (select line::${name} as t from unnest($1::text[]) as line) as given`,
    [lines],
  )
}

/** Sequences with the number they stand at. */
export interface SavedSequence {
  readonly name: string
  readonly value: string
  readonly isCalled: boolean
}

export async function sequencesOf(client: Connection): Promise<SavedSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'S' order by 1`,
  )
  const saved: SavedSequence[] = []
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${pg.escapeIdentifier(name)}`,
    )
    for (const { value, called } of state) saved.push({ name, value, isCalled: called })
  }
  return saved
}

/** What the service empties (`truncate`): a snapshot of it is empty from then on, also of what was put back. */
const EMPTIED = 'answer'

/** Opens a connection that sees the database as it is now, whatever others write meanwhile. */
export async function openSnapshot(url: string): Promise<Connection> {
  const client = new pg.Client({ connectionString: url, application_name: 'duizhao backup' })
  await client.connect()
  const { rows } = await client.query<{ isThere: boolean }>('select to_regclass($1) is not null as "isThere"', [
    EMPTIED,
  ])
  await client.query('begin isolation level repeatable read read only')
  await client.query('savepoint before_holding')
  // Before the first query, with which the snapshot begins; a database from before that table is saved as well.
  if (rows[0]?.isThere === true) await client.query(`lock table ${EMPTIED} in access share mode`)
  return client
}

/** Lets go of what a snapshot held, once its rows are read; it still sees the database as it was. */
export async function letGo(client: Connection): Promise<void> {
  await client.query('rollback to savepoint before_holding')
}

/** The migrations the database has had, in their order. */
export async function migrationsOf(client: Connection): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration order by name')
  return rows.map(({ name }) => name)
}

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { locks } from './locks.ts'

const FOLDER = join(import.meta.dirname, 'migrations')

/** A database, or a backup, of a newer program. */
export class NewerDatabase extends Error {}

/**
 * Brings the database up to the newest migration, in order of their numbers, all in one transaction; processes that
 * start at the same time wait for each other. Returns the names of those that were applied. Forward only: a database
 * newer than this program is refused. With `only`, those migrations and no others: the state a backup was made in.
 */
export async function migrate(url: string, only?: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('begin')
    const applied = await applyMigrations(client, only)
    await client.query('commit')
    return applied
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

/** The same in the caller's transaction. */
export async function applyMigrations(client: pg.Client, only?: readonly string[]): Promise<string[]> {
  const known = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).toSorted()
  await client.query('select pg_advisory_xact_lock($1)', [locks.migrations])
  await client.query(
    `create table if not exists migration (name text primary key, applied_at timestamptz not null default now())`,
  )
  const { rows } = await client.query<{ name: string }>('select name from migration')
  const applied = new Set(rows.map(({ name }) => name))
  const unknown = [...applied, ...(only ?? [])].filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new NewerDatabase(`数据库比程序新（${unknown.join('、')}）。请用同一版本或更新版本的程序打开它。`)
  const wanted = known.filter((name) => !applied.has(name) && (only === undefined || only.includes(name)))
  for (const name of wanted) {
    await client.query(await readFile(join(FOLDER, name), 'utf8'))
    await client.query('insert into migration (name) values ($1)', [name])
  }
  return wanted
}

/** What a database is to this program: nothing is in it, it waits for migrations, it is ready, or of a newer program. */
export type DatabaseState = 'empty' | 'older' | 'ready' | 'newer'

/** Whether the database is what this program works on. */
export async function readiness(url: string): Promise<DatabaseState> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await stateOf(client)
  } finally {
    await client.end()
  }
}

/** The same over a connection that is there. */
export async function stateOf(client: pg.Client): Promise<DatabaseState> {
  const known = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql'))
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('migration') is not null as there`)
  if (rows[0]?.there !== true) return 'empty'
  const applied = await client.query<{ name: string }>('select name from migration')
  const names = new Set(applied.rows.map(({ name }) => name))
  if (!names.isSubsetOf(new Set(known))) return 'newer'
  return known.every((name) => names.has(name)) ? 'ready' : 'older'
}

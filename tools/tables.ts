/**
 * Writes packages/server/src/platform/database/tables.ts anew from the migrations: `npm run tables`. A column whose check
 * names its values has their union as its type: the database keeps that promise. Enters new migrations among those landed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { migrate, startEmbedded } from '@duizhao/server'
import pg from 'pg'

/** The columns whose values a check names, `problem.state`, each with the union of them. */
async function namedValues(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ column: string; definition: string; isRequired: boolean; hasDefault: boolean }>(
    `select conrelid::regclass || '.' || attname as column, pg_get_constraintdef(pg_constraint.oid) as definition,
       attnotnull as "isRequired", atthasdef as "hasDefault"
     from pg_constraint join pg_attribute on attrelid = conrelid and conkey = array[attnum]
     where contype = 'c' and pg_get_constraintdef(pg_constraint.oid) like '%= ANY (ARRAY[%' order by 1`,
  )
  await client.end()
  return Object.fromEntries(
    rows.map(({ column, definition, isRequired, hasDefault }) => {
      const values = definition.match(/'[a-z0-9_]+'(?=::text)/g) ?? []
      const union = [...values, ...(isRequired ? [] : ['null'])].join(' | ')
      return [column, hasDefault ? `Generated<${union}>` : union]
    }),
  )
}

const MIGRATIONS = resolve(import.meta.dirname, '../packages/server/src/platform/database/migrations')

/** Enters migrations that are new into the list of those that have landed; a line that is there is never changed. */
function enterNewMigrations(): void {
  const list = join(MIGRATIONS, 'landed.sha256')
  const known = new Set(readFileSync(list, 'utf8').match(/\S+\.sql$/gm))
  const names = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql') && !known.has(name))
  for (const name of names.toSorted()) {
    const text = readFileSync(join(MIGRATIONS, name), 'utf8').replaceAll('\r\n', '\n')
    appendFileSync(list, `${createHash('sha256').update(text).digest('hex')}  ${name}\n`)
  }
}

const out = resolve(import.meta.dirname, '../packages/server/src/platform/database/tables.ts')
const folder = await mkdtemp(join(tmpdir(), 'duizhao-tables-'))
const database = await startEmbedded(folder)
try {
  enterNewMigrations()
  await migrate(database.url)
  const options = ['--dialect', 'postgres', '--url', database.url, '--out-file', out, '--exclude-pattern', 'migration']
  const columns = await namedValues(database.url)
  const parsers = ['--date-parser', 'string', '--type-mapping', JSON.stringify({ int8: 'number' })]
  parsers.push('--overrides', JSON.stringify({ columns }))
  const { status } = spawnSync('kysely-codegen', [...options, ...parsers], { stdio: 'inherit' })
  if (status === 0) spawnSync('oxfmt', [out], { stdio: 'inherit' })
  process.exitCode = status ?? 1
} finally {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}

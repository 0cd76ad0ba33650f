/** Writes packages/server/src/platform/database/tables.ts anew from the migrations: `npm run tables`. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { migrate, startEmbedded } from '@duizhao/server'

const out = resolve(import.meta.dirname, '../packages/server/src/platform/database/tables.ts')
const folder = await mkdtemp(join(tmpdir(), 'duizhao-tables-'))
const database = await startEmbedded(folder)
try {
  await migrate(database.url)
  const options = ['--dialect', 'postgres', '--url', database.url, '--out-file', out, '--exclude-pattern', 'migration']
  const parsers = ['--date-parser', 'string', '--type-mapping', JSON.stringify({ int8: 'number' })]
  const { status } = spawnSync('kysely-codegen', [...options, ...parsers], { stdio: 'inherit' })
  if (status === 0) spawnSync('oxfmt', [out], { stdio: 'inherit' })
  process.exitCode = status ?? 1
} finally {
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}

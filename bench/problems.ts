import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { migrate, startEmbedded } from '@duizhao/server'
import { printTable } from './measure.ts'

const programs = {
  fill: fileURLToPath(new URL('../packages/server/src/testing/fill-ledger.ts', import.meta.url)),
  measure: fileURLToPath(new URL('../packages/server/src/testing/measure-ledger.ts', import.meta.url)),
}

/** Ten million rows take 20 GB of disk and a quarter of an hour: only if asked, `PROBLEMS=10000000 npm run bench -- problems`. */
const SIZES = process.env['PROBLEMS'] === undefined ? [100_000, 1_000_000] : [Number(process.env['PROBLEMS'])]
/** The data need not survive; memory as a server of an office has it. */
const OPTIONS = ['-c fsync=off', '-c shared_buffers=512MB', '-c max_wal_size=4GB', '-c maintenance_work_mem=512MB']

/** What a region's ledger is asked, against a lookup by primary key in the same run. */
export async function benchProblems(): Promise<void> {
  const results: Readonly<Record<string, number>>[] = []
  for (const size of SIZES) results.push(await measure(size))
  const names = Object.keys(results[0] ?? {})
  const rows = names.map((name) => [
    name,
    ...results.map((result) => {
      const [time = 0, key = 1] = [result[name], result['主键']]
      return `${(time / 1_000).toFixed(2)} ms（${(time / key).toFixed(1)} 倍）`
    }),
  ])
  printTable(['问什么', ...SIZES.map((size) => `${size} 个问题`)], rows)
}

async function measure(size: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-problems-'))
  chmodSync(folder, 0o755)
  const database = await startEmbedded(folder, OPTIONS)
  try {
    await migrate(database.url)
    const filled = spawnSync(process.execPath, [programs.fill, database.url, String(size)], { stdio: 'inherit' })
    const measured = spawnSync(process.execPath, [programs.measure, database.url], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (filled.status !== 0 || measured.status !== 0) throw new Error('the ledger was not measured')
    return JSON.parse(measured.stdout) as Record<string, number>
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true })
  }
}

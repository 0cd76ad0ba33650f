import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { migrate, startEmbedded } from '@duizhao/server'
import { printTable } from './measure.ts'

/** The data need not survive; memory as a server of an office has it. */
const OPTIONS = ['-c fsync=off', '-c shared_buffers=512MB', '-c max_wal_size=4GB', '-c maintenance_work_mem=512MB']

interface FilledBench {
  /** The program that fills a migrated, empty database: `node FILL DATABASE_URL SIZE`. */
  readonly fill: URL
  /** The program that prints as JSON the microseconds each question takes, one of them 主键: `node MEASURE DATABASE_URL`. */
  readonly measure: URL
  readonly sizes: readonly number[]
  /** What the sizes count. */
  readonly unit: string
}

/** Prints what questions to filled databases take, against a lookup by primary key in the same run. */
export async function benchFilled({ fill, measure, sizes, unit }: FilledBench): Promise<void> {
  const results: Readonly<Record<string, number>>[] = []
  for (const size of sizes) results.push(await measured(fileURLToPath(fill), fileURLToPath(measure), size))
  const names = Object.keys(results[0] ?? {})
  const rows = names.map((name) => [
    name,
    ...results.map((result) => {
      const [time = 0, key = 1] = [result[name], result['主键']]
      return `${(time / 1_000).toFixed(2)} ms（${(time / key).toFixed(1)} 倍）`
    }),
  ])
  printTable(['问什么', ...sizes.map((size) => `${size} 个${unit}`)], rows)
}

async function measured(fill: string, measure: string, size: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  chmodSync(folder, 0o755)
  const database = await startEmbedded(folder, OPTIONS)
  try {
    await migrate(database.url)
    const filling = spawnSync(process.execPath, [fill, database.url, String(size)], { stdio: 'inherit' })
    if (filling.status !== 0) throw new Error(`${fill} did not fill the database`)
    const measuring = spawnSync(process.execPath, [measure, database.url], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (measuring.status !== 0) throw new Error(`${measure} did not measure`)
    return JSON.parse(measuring.stdout) as Record<string, number>
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true })
  }
}

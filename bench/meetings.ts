import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { migrate, startEmbedded } from '@duizhao/server'
import { printTable } from './measure.ts'

const program = fileURLToPath(new URL('../packages/server/src/testing/measure-meetings.ts', import.meta.url))
const SIZES = [3_000, 30_000]
/** The data need not survive. */
const OPTIONS = ['-c fsync=off', '-c shared_buffers=256MB']

/** What a superior asks of the meetings of so many bodies, against a lookup by primary key in the same run. */
export async function benchMeetings(): Promise<void> {
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
  printTable(['问什么', ...SIZES.map((size) => `${size} 个组织`)], rows)
}

async function measure(size: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-meetings-'))
  chmodSync(folder, 0o755)
  const database = await startEmbedded(folder, OPTIONS)
  try {
    await migrate(database.url)
    const measured = spawnSync(process.execPath, [program, database.url, String(size)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (measured.status !== 0) throw new Error('the meetings were not measured')
    return JSON.parse(measured.stdout) as Record<string, number>
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true })
  }
}

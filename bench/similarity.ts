import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Degree, DEGREES } from './corpus.ts'
import { printTable } from './measure.ts'
import type { Measured } from './similarity-measure.ts'
import type { SystemName } from './similarity-systems.ts'

const SIZES = [100, 1_000, 10_000]
const OWN_SIZES = [1_000, 10_000, 100_000]
const SYSTEMS: readonly SystemName[] = ['duizhao', 'dolos', 'minhash']
const NAMES: Readonly<Record<SystemName, string>> = {
  duizhao: '本引擎（含雷同片段）',
  dolos: '@dodona/dolos-core',
  minhash: 'minhash（LSH）',
}
const DEGREE_NAMES: Readonly<Record<Degree, string>> = {
  verbatim: '照抄',
  tenth_substituted: '改一成字',
  names_swapped_reordered: '换单位、调句序',
  half: '抄一半',
  passage_300: '抄300字',
  passage_100: '抄100字',
}
const TIME_LIMIT = 400_000
const MEMORY_MEGABYTES = 12_000

/**
 * Similarity search against Dolos and MinHash on the same synthetic corpus, each in a process of its own; then our index
 * alone at larger sizes. `npm run bench -- similarity --million` adds a million documents (about 10 minutes, 6 GB).
 */
export async function benchSimilarity(): Promise<void> {
  const rows: string[][] = []
  const recalls: string[][] = []
  for (const size of SIZES) {
    const ours = measured('duizhao', size)
    for (const system of SYSTEMS) {
      const result = system === 'duizhao' ? ours : measured(system, size)
      rows.push(comparison(system, size, result, ours))
      recalls.push(recall(NAMES[system], size, result))
    }
  }
  printTable(
    ['份数', '系统', '建库 份/秒', '每份内存', '查一份 中位', '查一份 p99', '建库 本引擎快', '查询 本引擎快'],
    rows,
  )
  console.log('')
  printTable(['份数', '系统', '查询次数', ...DEGREES.map((degree) => DEGREE_NAMES[degree])], recalls)
  console.log('')
  printOwnSizes(process.argv.includes('--million') ? [...OWN_SIZES, 1_000_000] : OWN_SIZES)
}

function printOwnSizes(sizes: readonly number[]): void {
  const results = sizes.map((size) => ({ size, result: measured('duizhao', size, 'index') }))
  const rows = results.map(({ size, result }) => [
    String(size),
    ...(result
      ? [
          perSecond(result.built, result.buildSeconds),
          inSeconds(result.compactSeconds),
          kilobytes(result.bytesPerDocument),
          milliseconds(result.medianMilliseconds),
          milliseconds(result.p99Milliseconds),
          inSeconds(result.saveSeconds),
          inSeconds(result.loadSeconds),
        ]
      : Array.from({ length: 7 }, () => '未完成')),
  ])
  printTable(['份数', '建库 份/秒', '合并', '每份内存', '查候选 中位', '查候选 p99', '存盘', '读盘'], rows)
  console.log('')
  const recalls = results.map(({ size, result }) => recall('本引擎（只查候选）', size, result))
  printTable(['份数', '系统', '查询次数', ...DEGREES.map((degree) => DEGREE_NAMES[degree])], recalls)
}

/** The result of one process, or null if it ran out of time or memory. */
function measured(system: SystemName, size: number, mode?: 'index'): Measured | null {
  const script = join(import.meta.dirname, 'similarity-measure.ts')
  const settings = ['--expose-gc', `--max-old-space-size=${MEMORY_MEGABYTES}`, '--disable-warning=ExperimentalWarning']
  const { status, stdout } = spawnSync(
    process.execPath,
    [...settings, script, system, String(size), ...(mode ? [mode] : [])],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: size >= 100_000 ? undefined : TIME_LIMIT },
  )
  return status === 0 ? (JSON.parse(stdout) as Measured) : null
}

function comparison(system: SystemName, size: number, result: Measured | null, ours: Measured | null): string[] {
  if (!result) return [String(size), NAMES[system], ...Array.from({ length: 6 }, () => '未完成')]
  const stopped = result.built < size ? `（限时内只建成 ${result.built} 份）` : ''
  const buildRatio = ours ? ours.built / ours.buildSeconds / (result.built / result.buildSeconds) : Number.NaN
  const queryRatio = ours ? result.medianMilliseconds / ours.medianMilliseconds : Number.NaN
  return [
    String(size),
    NAMES[system] + stopped,
    perSecond(result.built, result.buildSeconds),
    kilobytes(result.bytesPerDocument),
    milliseconds(result.medianMilliseconds),
    milliseconds(result.p99Milliseconds),
    system === 'duizhao' ? '' : times(buildRatio),
    system === 'duizhao' ? '' : times(queryRatio),
  ]
}

function recall(name: string, size: number, result: Measured | null): string[] {
  const shares = DEGREES.map((degree) => {
    const [found, asked] = result?.found[degree] ?? [0, 0]
    return asked === 0 ? '—' : `${Math.round((found / asked) * 100)} %`
  })
  return [String(size), name, String(result?.queries ?? '未完成'), ...shares]
}

function perSecond(documents: number, seconds: number): string {
  return Math.round(documents / seconds).toString()
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`
}

function inSeconds(value: number | undefined): string {
  return value === undefined ? '—' : `${value.toFixed(1)} s`
}

/** How many times faster ours is; slower is said in words. */
function times(ratio: number): string {
  if (ratio < 1) return `慢 ${Math.round(1 / ratio)} ×`
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} ×`
}

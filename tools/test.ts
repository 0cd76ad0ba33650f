/**
 * `npm test`: first what can be seen without running anything (types, format, lint, import directions, dead code,
 * generated documents), side by side; if all of it passes, the tests, those of the service also on the system's own
 * PostgreSQL. Ends with the line "N passed, N failed".
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { startDebianPostgres } from './debian-postgres.ts'
import { sideBySide, type Step } from './side-by-side.ts'

const root = resolve(import.meta.dirname, '..')

/** The longest first. */
const steps: readonly Step[] = [
  {
    // The types of each file by the tsconfig.json nearest to it: the engine knows no platform, the service no browser.
    name: '类型和代码检查',
    command: ['oxlint', '--type-aware', '--type-check'],
    onFailure: '类型不对，或代码检查没有通过；规则见 .oxlintrc.json，各处能用什么见最近的 tsconfig.json。',
  },
  // Once, before several files of tests want it at the same moment.
  { name: '网页应用', command: ['node', 'tools/web.ts'], onFailure: '网页应用构建不出来。' },
  {
    name: '生成的文档',
    command: ['node', 'tools/docs.ts', '--check'],
    onFailure: '生成的文档过时了，请运行 npm run docs。',
  },
  {
    name: '引用方向',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err',
      'packages',
      'tools',
      'samples',
      'bench',
      'e2e',
    ],
    onFailure: '引用方向不对，箭头见 .dependency-cruiser.mjs。',
  },
  { name: '无用的代码和依赖', command: ['knip'], onFailure: '有没用到的文件、导出或依赖。' },
  { name: '格式', command: ['oxfmt', '--check'], onFailure: '有文件没有排好格式，请运行 npm run format。' },
]

const start = performance.now()
// One more than there are processors: comparing the documents mostly waits for a PostgreSQL to start.
const failed = await sideBySide(steps, root, availableParallelism() + 1)
if (failed.length > 0) {
  for (const { name, onFailure } of failed) process.stdout.write(`停在“${name}”：${onFailure}\n`)
  process.exit(1)
}
process.stdout.write(`以上共 ${secondsSince(start)} 秒\n`)
const external = await startDebianPostgres()
if (typeof external === 'object') stopAtTheEnd(external.stop)
process.stdout.write(
  typeof external === 'string'
    ? `── 测试；外部 PostgreSQL 上的跳过。${external}\n`
    : `── 测试；与数据库有关的另在外部的 PostgreSQL ${external.version} 上再做一遍（external）\n`,
)
process.exit(runTests(typeof external === 'string' ? {} : { TEST_DATABASE_URL: external.url }))

/** Runs all tests and prints how many passed and failed; returns the exit code. */
function runTests(environment: Readonly<Record<string, string>>): number {
  const report = join(mkdtempSync(join(tmpdir(), 'duizhao-test-')), 'report.json')
  const started = performance.now()
  const { status } = spawnSync(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  )
  process.stdout.write(`测试 ${secondsSince(started)} 秒，共 ${secondsSince(start)} 秒\n`)
  if (status !== 0) process.stdout.write('停在“测试”：有测试没有通过。\n')
  const { numPassedTests, numFailedTests } = existsSync(report)
    ? (JSON.parse(readFileSync(report, 'utf8')) as { readonly numPassedTests: number; readonly numFailedTests: number })
    : { numPassedTests: 0, numFailedTests: 0 }
  // A run can fall over before or beside its tests.
  process.stdout.write(`${numPassedTests} passed, ${Math.max(status === 0 ? 0 : 1, numFailedTests)} failed\n`)
  return status === 0 ? 0 : 1
}

/** However the run ends, the server must not outlive it. */
function stopAtTheEnd(stop: () => void): void {
  process.on('exit', stop)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))
}

function secondsSince(moment: number): string {
  return ((performance.now() - moment) / 1000).toFixed(0)
}

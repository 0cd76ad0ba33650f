/**
 * `npm test`: types, format, lint, import directions, dead code, generated documents, tests, the service's tests once more
 * on the system's own PostgreSQL; stops at the first that fails. Ends with the line "N passed, N failed".
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { startDebianPostgres } from './debian-postgres.ts'

interface Step {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  readonly onFailure: string
  readonly environment?: Readonly<Record<string, string>>
}

const root = resolve(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'duizhao-test-'))

const steps: readonly Step[] = [
  {
    name: '引擎的类型',
    command: ['tsc', '-p', 'packages/engine'],
    onFailure: '引擎的类型检查没有通过，或引擎用到了平台的东西。',
  },
  { name: '网页的类型', command: ['tsc', '-p', 'packages/web'], onFailure: '网页应用的类型检查没有通过。' },
  { name: '其余类型', command: ['tsc', '-p', '.'], onFailure: '类型检查没有通过。' },
  { name: '格式', command: ['oxfmt', '--check'], onFailure: '有文件没有排好格式，请运行 npm run format。' },
  { name: '代码检查', command: ['oxlint', '--type-aware'], onFailure: '代码检查没有通过，规则见 .oxlintrc.json。' },
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
  {
    name: '生成的文档',
    command: ['node', 'tools/docs.ts', '--check'],
    onFailure: '生成的文档过时了，请运行 npm run docs。',
  },
  {
    name: '测试',
    command: vitest('all'),
    onFailure: '有测试没有通过。',
  },
]

/** Tests that are about the embedded PostgreSQL, or about what a browser shows. */
const NOT_ON_DEBIAN = ['**/crash.test.ts', '**/stop.test.ts', '**/embedded.test.ts', 'packages/web/**', 'e2e/**']

for (const step of steps) pass(step)
await passOnDebian()
printCount(0)

/** Ends the run if the step fails. */
function pass(step: Step): void {
  process.stdout.write(`── ${step.name}\n`)
  if (passes(step)) return
  process.stdout.write(`停在“${step.name}”：${step.onFailure}\n`)
  if (step.command[0] === 'vitest') printCount(1)
  process.exit(1)
}

/** The service's tests once more, on the PostgreSQL an office may have of its own; says so if there is none here. */
async function passOnDebian(): Promise<void> {
  const postgres = await startDebianPostgres()
  if (typeof postgres === 'string') {
    process.stdout.write(`── 外部 PostgreSQL 上的测试：跳过。${postgres}\n`)
    return
  }
  // However the run ends, the server must not outlive it.
  process.on('exit', postgres.stop)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))
  const excluded = NOT_ON_DEBIAN.map((pattern) => `--exclude=${pattern}`)
  pass({
    name: `PostgreSQL ${postgres.version} 上的测试`,
    command: [...vitest('debian'), '--project=service', ...excluded],
    onFailure: `有测试在外部的 PostgreSQL ${postgres.version} 上没有通过。`,
    environment: { TEST_DATABASE_URL: postgres.url },
  })
}

/** Runs tests, and counts them into a report of this name. */
function vitest(name: string): [program: string, ...args: string[]] {
  return [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${name}.json`)}`,
  ]
}

function passes({ command: [program, ...args], environment }: Step): boolean {
  // dependency-cruiser complains on standard error that it cannot use TypeScript 7; it is set to use swc.
  const stderr = program === 'depcruise' ? 'ignore' : 'inherit'
  const { status } = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', stderr],
    shell: process.platform === 'win32',
  })
  return status === 0
}

/** Prints how many tests passed and failed; `least` failures, for a run that fell over before or beside its tests. */
function printCount(least: number): void {
  let [passed, failed] = [0, 0]
  for (const name of readdirSync(reports)) {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(join(reports, name), 'utf8')) as {
      readonly numPassedTests: number
      readonly numFailedTests: number
    }
    passed += numPassedTests
    failed += numFailedTests
  }
  process.stdout.write(`${passed} passed, ${Math.max(least, failed)} failed\n`)
}

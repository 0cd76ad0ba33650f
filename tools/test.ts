/**
 * `npm test`: types, format, lint, import directions, dead code, generated documents, tests; stops at the first that fails.
 * Ends with the line "N passed, N failed".
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'

interface Step {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  readonly onFailure: string
}

const root = resolve(import.meta.dirname, '..')
const report = join(mkdtempSync(join(tmpdir(), 'duizhao-test-')), 'vitest.json')

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
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    onFailure: '有测试没有通过。',
  },
]

for (const step of steps) {
  process.stdout.write(`── ${step.name}\n`)
  if (!passes(step)) {
    process.stdout.write(`停在“${step.name}”：${step.onFailure}\n`)
    if (step.command[0] === 'vitest') printCount(1)
    process.exit(1)
  }
}
printCount(0)

function passes({ command: [program, ...args] }: Step): boolean {
  // dependency-cruiser complains on standard error that it cannot use TypeScript 7; it is set to use swc.
  const stderr = program === 'depcruise' ? 'ignore' : 'inherit'
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', stderr],
    shell: process.platform === 'win32',
  })
  return status === 0
}

/** Prints how many tests passed and failed; `least` failures, for a run that fell over before or beside its tests. */
function printCount(least: number): void {
  const { numPassedTests, numFailedTests } = existsSync(report)
    ? (JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number })
    : { numPassedTests: 0, numFailedTests: 0 }
  process.stdout.write(`${numPassedTests} passed, ${Math.max(least, numFailedTests)} failed\n`)
}

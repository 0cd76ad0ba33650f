import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** One call of the `duizhao` command: its words, and what it reads. */
export interface Run {
  readonly tool: 'review' | 'check' | 'reconcile' | 'lint'
  readonly args: readonly string[]
}

const tools = { review: ['review'], check: ['check'], reconcile: ['reconcile'], lint: ['ledger', 'lint'] } as const

/** Everything the command can say about a folder: review (with the pairs that are alike), check, reconcile, lint. */
export function runsOn(folder: string): Run[] {
  return (['review', 'check', 'reconcile', 'lint'] as const).map((tool) => runOf(tool, folder))
}

/** Everything it can say about the samples, each set by the command that it was made for. */
export function runsOnSamples(samples: string): Run[] {
  return [
    runOf('review', samples),
    ...foldersIn(join(samples, 'folders')).map((folder) => runOf('check', folder)),
    ...foldersIn(join(samples, 'inspections')).map((folder) => runOf('reconcile', folder)),
    runOf('lint', samples),
  ]
}

function runOf(tool: Run['tool'], folder: string): Run {
  return { tool, args: [...tools[tool], folder, '--format', 'json'] }
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return entries.map(({ name }) => join(folder, name)).toSorted()
}

/**
 * What the command of the project in `root` prints as JSON; null if it prints none, because there is nothing in the
 * folder that it can read.
 *
 * @throws {Error} with what it wrote on standard error, if it fell over.
 */
export async function resultOf(root: string, { args }: Run): Promise<unknown> {
  const main = join(root, 'packages/cli/src/main.ts')
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [printed, told, code] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ])
  const json = printed.join('')
  if (json.startsWith('{')) return JSON.parse(json) as unknown
  if (code === 0 || code === 1 || code === 2) return null
  throw new Error(told.join(''))
}

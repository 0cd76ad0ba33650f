import { join, relative, resolve } from 'node:path'
import process from 'node:process'
import { checkOut } from './checkout.ts'
import { difference } from './difference.ts'
import { differenceText } from './difference-text.ts'
import { findingsIn } from './findings-in.ts'
import { locate } from './locate.ts'
import type { LocatedFinding } from './locate.ts'
import { resultOf, runsOn, runsOnSamples } from './runs.ts'
import type { Run } from './runs.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

/**
 * What the project as it is now finds that it did not find at a revision, and the other way round: on all samples and
 * on the folders given, both versions reading the same files. Paths are told from where we are. Null if git does not know the revision.
 */
export async function evaluateDifference(revision: string, folders: readonly string[]): Promise<string | null> {
  const before = await checkOut(ROOT, revision)
  if (before === null) return null
  const runs = [...runsOnSamples(relative(process.cwd(), join(ROOT, 'samples'))), ...folders.flatMap(runsOn)]
  try {
    const [then, now] = await Promise.all([findings(before.folder, runs), findings(ROOT, runs)])
    return `与 ${before.title} 相比\n\n${differenceText(difference(then, now))}`
  } finally {
    await before.remove()
  }
}

/** What the project in `root` finds, telling on standard error what it is at. */
async function findings(root: string, runs: readonly Run[]): Promise<LocatedFinding[]> {
  const found = []
  for (const run of runs) {
    process.stderr.write(`${root === ROOT ? '现在' : '从前'} duizhao ${run.args.slice(0, -2).join(' ')}\n`)
    found.push(...findingsIn(run.tool, await resultOf(root, run)))
  }
  return locate(root, found)
}

import { reviewBatch } from '../batch/review-batch.ts'
import { defaultJobs } from '../batch/default-jobs.ts'
import { findFiles } from '../files/find-files.ts'
import { compareDocuments, partResults, passedOverWords, similaritySentence, toJsonResult } from '@duizhao/report'
import { oneLine, shortened } from '@duizhao/engine/wording'
import { progressOf } from '../terminal/progress.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface CompareOptions {
  readonly format: 'text' | 'json'
  readonly jobs?: number
}

/** `duizhao compare PATHS`: only who shares text with whom. Returns the exit code. */
export async function compareCommand(
  paths: readonly string[],
  options: CompareOptions,
  { stdout, stderr }: Terminal,
): Promise<number> {
  const { files, passedOver } = await findFiles(paths)
  const progress = progressOf(files.length, stderr)
  const results = await reviewBatch(files, {
    config: {},
    jobs: options.jobs ?? defaultJobs(),
    onProgress: progress.show,
  })
  progress.clear()
  const { documents, unreadable } = partResults(results)
  const similarity = compareDocuments(documents)
  if (options.format === 'json')
    stdout.write(
      `${JSON.stringify({ version: 1, similarity: toJsonResult({ documents: [], unreadable: [], similarity, earlier: new Map() }).similarity }, null, 2)}\n`,
    )
  else {
    const byPath = new Map(documents.map((document) => [document.path, document]))
    const lines = similarity.map(
      (pair) =>
        `${pair.a} ↔ ${pair.b}\n  ${similaritySentence(pair, byPath.get(pair.a))}\n${quotes(pair, byPath.get(pair.a)?.text ?? '')}`,
    )
    stdout.write(
      lines.length === 0
        ? `比对了 ${documents.length} 份材料，没有发现雷同${unreadWords(unreadable)}。\n`
        : `${lines.join('\n')}\n比对了 ${documents.length} 份材料，${similarity.length} 对雷同${unreadWords(unreadable)}。\n`,
    )
  }
  for (const { message, todo } of unreadable) stderr.write(`${message}${todo}\n`)
  if (passedOver.length > 0) stderr.write(`${passedOverWords(passedOver)}\n`)
  if (unreadable.length > 0) return 2
  return similarity.length > 0 ? 1 : 0
}

function unreadWords(unreadable: readonly unknown[]): string {
  return unreadable.length === 0 ? '' : `；另有 ${unreadable.length} 份没有读，没有参加比对`
}

const SHOWN_PASSAGES = 5
const LONGEST_QUOTE = 60

/** The longest shared passages, each cut to a line. */
function quotes({ passages }: ReturnType<typeof compareDocuments>[number], text: string): string {
  const longest = passages
    .toSorted((one, other) => other.a.end - other.a.start - (one.a.end - one.a.start))
    .slice(0, SHOWN_PASSAGES)
  const rest = passages.length > SHOWN_PASSAGES ? [`  …另有 ${passages.length - SHOWN_PASSAGES} 处`] : []
  return [
    ...longest.map(({ a }) => `  “${shortened(oneLine(text.slice(a.start, a.end)), LONGEST_QUOTE)}”`),
    ...rest,
    '',
  ].join('\n')
}

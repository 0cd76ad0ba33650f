import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { meetingTemplates, readableExtensions } from '@duizhao/engine'
import { defaultJobs } from '../batch/default-jobs.ts'
import { reviewBatch } from '../batch/review-batch.ts'
import { CONFIG_FILE, isTemplateFile, readConfig } from '../config/config.ts'
import type { Config } from '../config/config.ts'
import { readTemplateFile } from '../config/template-file.ts'
import { consultCorpus } from '../corpus/corpus.ts'
import { findFiles } from '../files/find-files.ts'
import { toHtml } from '@duizhao/report/html'
import { annotateAll } from '../output/annotate.ts'
import {
  compareDocuments,
  partResults,
  passedOverWords,
  reportPairs,
  toJsonResult,
  toText,
  toWorkbook,
} from '@duizhao/report'
import type { Outcome, SimilarDocuments } from '@duizhao/report'
import { paintFor } from '../terminal/colour.ts'
import { progressOf } from '../terminal/progress.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'

export interface ReviewOptions {
  readonly template?: string
  readonly unit?: readonly string[]
  readonly corpus?: string
  readonly format: 'text' | 'json' | 'html' | 'xlsx'
  readonly annotate?: boolean
  readonly out?: string
  readonly failOn: 'error' | 'warning' | 'never'
  readonly jobs?: number
  readonly config?: string
}

/** `duizhao review PATHS`: reads, examines, reviews and compares, and puts the result where it was asked for. Returns the exit code. */
export async function reviewCommand(
  paths: readonly string[],
  options: ReviewOptions,
  terminal: Terminal,
): Promise<number> {
  const config = await configFor(options)
  const { files, passedOver } = await findFiles(paths)
  if (files.length === 0)
    throw new UsageError(`${paths.join('、')} 里没有可以审核的文件（${readableExtensions.join('、')}）。`)
  const outcome = await reviewAll(files, options, { config, terminal })
  await deliver(outcome, options, terminal)
  if (options.annotate === true)
    for (const sentence of await annotateAll(outcome.documents, options.out ?? '.'))
      terminal.stderr.write(`${sentence}\n`)
  if (passedOver.length > 0) terminal.stderr.write(`${passedOverWords(passedOver)}\n`)
  return exitCode(outcome, options.failOn)
}

async function configFor({ config: path, template: option, unit }: ReviewOptions): Promise<Config> {
  const config = await readConfig(path ?? CONFIG_FILE)
  const template = option ?? config.template
  const own = unit === undefined ? {} : { unit: [...unit] }
  if (template !== undefined && isTemplateFile(template))
    return { ...config, ...own, template: undefined, ownTemplate: await readTemplateFile(template) }
  if (template !== undefined && !meetingTemplates.some(({ id }) => id === template)) {
    throw new UsageError(
      `没有“${template}”这个模板，可用的有：\n${meetingTemplates.map(({ id, campaign }) => `  ${id}  ${campaign}`).join('\n')}`,
    )
  }
  return {
    ...config,
    ...(template === undefined ? {} : { template }),
    ...own,
  }
}

async function reviewAll(
  files: readonly string[],
  options: ReviewOptions,
  { config, terminal }: { config: Config; terminal: Terminal },
): Promise<Outcome> {
  const progress = progressOf(files.length, terminal.stderr)
  const results = await reviewBatch(files, { config, jobs: options.jobs ?? defaultJobs(), onProgress: progress.show })
  progress.clear()
  const { documents, unreadable } = partResults(results)
  const among = compareDocuments(documents)
  const { pairs, earlier } =
    options.corpus === undefined
      ? { pairs: [], earlier: new Map<string, string>() }
      : await consultCorpus(options.corpus, documents)
  const similarity = [...among, ...pairs].toSorted((one, other) => largestShare(other) - largestShare(one))
  return { documents: reportPairs(documents, similarity, config), unreadable, similarity, earlier }
}

function largestShare({ shareOfA, shareOfB }: SimilarDocuments): number {
  return Math.max(shareOfA, shareOfB)
}

/** Prints the result or writes it to its file. */
async function deliver(outcome: Outcome, { format, out }: ReviewOptions, { stdout, stderr }: Terminal): Promise<void> {
  if (format === 'text') return void stdout.write(toText(outcome, paintFor(stdout)))
  if (format === 'json' && out === undefined)
    return void stdout.write(`${JSON.stringify(toJsonResult(outcome), null, 2)}\n`)
  const content = {
    json: () => `${JSON.stringify(toJsonResult(outcome), null, 2)}\n`,
    html: () => toHtml(outcome),
    xlsx: () => toWorkbook(outcome),
  }[format]()
  const folder = out ?? '.'
  await mkdir(folder, { recursive: true })
  const path = join(folder, `审核结果.${format}`)
  await writeFile(path, content)
  stderr.write(`结果已写到 ${path}。\n`)
}

function exitCode({ documents, unreadable }: Outcome, failOn: ReviewOptions['failOn']): number {
  if (unreadable.length > 0) return 2
  if (failOn === 'never') return 0
  const grave = failOn === 'error' ? ['error'] : ['error', 'warning']
  return documents.some(({ findings }) => findings.some(({ severity }) => grave.includes(severity))) ? 1 : 0
}

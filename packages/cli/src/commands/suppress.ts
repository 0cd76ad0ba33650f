import { readFile, rename, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { reviewFile } from '../batch/review-file.ts'
import { CONFIG_FILE, parseConfig, readConfig } from '../config/config.ts'
import { shortened } from '@duizhao/engine/wording'
import type { ReviewedDocument, Suppression } from '@duizhao/report'
import { isReviewed, placesOf } from '@duizhao/report'
import type { Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'

export interface SuppressOptions {
  readonly reason: string
  readonly config?: string
}

/** `duizhao suppress FILE:LINE:COLUMN RULE --reason …`: records one finding as not followed. Returns the exit code. */
export async function suppressCommand(
  place: string,
  rule: string,
  options: SuppressOptions,
  { stdout }: Terminal,
): Promise<number> {
  const [, path, line, column] = /^(.+):(\d+):(\d+)$/.exec(place) ?? []
  if (path === undefined) throw new UsageError(`“${place}”不是意见的位置，应当照抄审核结果里的“文件:行:列”。`)
  const configPath = options.config ?? CONFIG_FILE
  const config = await readConfig(configPath)
  const document = await reviewFile(path, config)
  if (!isReviewed(document)) throw new UsageError(document.message + document.todo)
  const text = wordsOf(document, rule, Number(line), Number(column))
  const suppression = { file: basename(path), rule, text, reason: options.reason.trim() }
  await record(suppression, configPath)
  stdout.write(
    `已记入 ${configPath}：${suppression.file} 中“${shortened(text, 40)}”的意见（${rule}）不采纳，理由是“${suppression.reason}”。\n`,
  )
  return 0
}

/** The words of the finding of `rule` at a place of the document. */
function wordsOf({ path, text, findings }: ReviewedDocument, rule: string, line: number, column: number): string {
  const lineAndColumn = placesOf(text)
  const own = findings.filter((finding) => finding.rule === rule)
  const found = own.find(
    ({ place: { start } }) => lineAndColumn(start).line === line && lineAndColumn(start).column === column,
  )
  if (found) return text.slice(found.place.start, found.place.end)
  const elsewhere = own
    .map(({ place: { start } }) => lineAndColumn(start))
    .map((at) => `${path}:${at.line}:${at.column}`)
  throw new UsageError(
    `${path}:${line}:${column} 没有 ${rule} 的意见${elsewhere.length === 0 ? '' : `，这条规则的意见在 ${elsewhere.join('、')}`}。`,
  )
}

/** Adds the suppression to the configuration, leaving the rest as the user wrote it; whole or not at all. */
async function record(suppression: Suppression, path: string): Promise<void> {
  const before: unknown = JSON.parse(await readFile(path, 'utf8').catch(() => '{}'))
  const { suppressions = [], ...rest } = before as { suppressions?: Suppression[] }
  const after = `${JSON.stringify({ ...rest, suppressions: [...suppressions, suppression] }, null, 2)}\n`
  parseConfig(after, path)
  await writeFile(`${path}.new`, after)
  await rename(`${path}.new`, path)
}

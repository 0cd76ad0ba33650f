import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import {
  diffLedgers,
  fillWorkbook,
  isUnreadable,
  lintLedger,
  mergeLedgers,
  openQuestions,
  writeMerge,
} from '@duizhao/engine'
import type { Unreadable } from '@duizhao/engine'
import { diffReport, fillReport, lintReport, mergeReport, toldApart, withLeftOut } from '@duizhao/report'
import { type ReadFile, readItself, readMaterials, readOne } from '../files/read-all.ts'
import { deliver, type ReportOptions } from '../output/deliver.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'

export type LedgerOptions = ReportOptions

/** `duizhao ledger diff OLD NEW`. Returns the exit code: 1 if something changed. */
export async function diffCommand(
  old: string,
  latest: string,
  options: LedgerOptions,
  terminal: Terminal,
): Promise<number> {
  const before = await readOne(old, terminal)
  const after = await readOne(latest, terminal)
  if (before === undefined || after === undefined) return 2
  const diff = diffLedgers(before.document, after.document)
  const report = diffReport({ old: before.path, new: after.path }, diff)
  await deliver(report, diff, { ...options, name: '台账比较' }, terminal)
  return report.verdict.tone === 'good' ? 0 : 1
}

/** `duizhao ledger merge BASE COPIES…`: writes the merged workbook and tells what became of each copy. 1 if something is left to decide. */
export async function mergeCommand(
  base: string,
  copies: readonly string[],
  options: LedgerOptions,
  terminal: Terminal,
): Promise<number> {
  const first = await readItself(base, terminal)
  if (first === undefined) return 2
  const none = `${copies.join('、')} 里没有交回的台账。`
  const { read, ...leftOut } = await readMaterials(copies, { terminal, none })
  const others = read.filter((file) => resolve(file.path) !== resolve(base) && !isCoverLetter(file, read))
  const own = others.filter(({ path }) => isOwnResult(path, base))
  const returned = others.filter((file) => !own.includes(file))
  if (returned.length + leftOut.unread.length === 0) throw new UsageError(none)
  const names = toldApart(returned.map(({ path }) => path))
  const merge = mergeLedgers(
    first.document,
    returned.map(({ document }, i) => ({ name: names[i] ?? document.name, document })),
  )
  const workbook =
    first.document.format === 'xlsx' ? writeMerge(await readFile(base), first.document, merge) : notAWorkbook(base)
  const isWritten = await keep(workbook, { base, suffix: '（汇总）', out: options.out }, terminal)
  const report = mergeReport(
    { base: first.path, copies: names, ownResults: own.map(({ path }) => basename(path)) },
    merge,
  )
  await deliver(withLeftOut(report, leftOut), merge, { ...options, name: '台账汇总情况' }, terminal)
  if (!isWritten || leftOut.unread.length > 0) return 2
  return openQuestions(merge) > 0 ? 1 : 0
}

/** `duizhao ledger fill FORM DATA`: writes the filled form and tells what it still lacks. 1 if something is left to decide. */
export async function fillCommand(
  form: string,
  data: string,
  options: LedgerOptions,
  terminal: Terminal,
): Promise<number> {
  const empty = await readItself(form, terminal)
  const source = await readOne(data, terminal)
  if (empty === undefined || source === undefined) return 2
  const filled =
    empty.document.format === 'xlsx'
      ? fillWorkbook(await readFile(form), empty.document, source.document)
      : notAWorkbook(form)
  if (isUnreadable(filled)) return (await keep(filled, { base: form, suffix: '', out: options.out }, terminal)) ? 0 : 2
  const report = fillReport({ form: empty.path, data: source.path }, filled.fill)
  if (filled.fill.sheets.length > 0)
    await keep(filled.workbook, { base: form, suffix: '（已填）', out: options.out }, terminal)
  await deliver(report, filled.fill, { ...options, name: '填表情况' }, terminal)
  if (filled.fill.sheets.length === 0) return 2
  return report.verdict.tone === 'good' ? 0 : 1
}

/** `duizhao ledger lint FILES`. Returns the exit code: 1 if there are findings. */
export async function lintCommand(
  paths: readonly string[],
  options: LedgerOptions,
  terminal: Terminal,
): Promise<number> {
  const none = `${paths.join('、')} 里没有可以检查的台账。`
  const { read, ...leftOut } = await readMaterials(paths, { terminal, none })
  const results = read.map(({ path, document }) => ({ path, lint: lintLedger(document, path) }))
  await deliver(withLeftOut(lintReport(results), leftOut), results, { ...options, name: '台账检查' }, terminal)
  if (leftOut.unread.length > 0) return 2
  return results.some(({ lint }) => lint.findings.length > 0) ? 1 : 0
}

/** True for a mail that only carries what is read beside it. */
function isCoverLetter({ path, document: { format, tables } }: ReadFile, read: readonly ReadFile[]): boolean {
  return format === 'eml' && tables.length === 0 && read.some((other) => other.path.startsWith(`${path}/`))
}

/** True for what an earlier run wrote: the merged workbook and its report are no copies that came back. */
function isOwnResult(path: string, base: string): boolean {
  const name = basename(path)
  return name === writtenName(base, '（汇总）') || /^台账汇总情况\.[a-z]+$/.test(name)
}

function writtenName(base: string, suffix: string): string {
  return `${basename(base, extname(base))}${suffix}${extname(base)}`
}

function notAWorkbook(path: string): Unreadable {
  return {
    name: basename(path),
    reason: 'unsupported',
    message: `“${basename(path)}”不是 Excel 工作簿（.xlsx），不能写回。`,
    todo: '请在 Excel 或 WPS 中另存为 .xlsx 再试。',
  }
}

/** Writes a workbook beside the report, never over the one it was made from. False, with the reason told, if there is none. */
async function keep(
  workbook: Uint8Array | Unreadable,
  { base, suffix, out = '.' }: { base: string; suffix: string; out: string | undefined },
  { stderr }: Terminal,
): Promise<boolean> {
  if (isUnreadable(workbook)) {
    stderr.write(`${workbook.message}${workbook.todo}\n`)
    return false
  }
  await mkdir(out, { recursive: true })
  const path = join(out, writtenName(base, suffix))
  await writeFile(path, workbook)
  stderr.write(`已写到 ${path}。\n`)
  return true
}

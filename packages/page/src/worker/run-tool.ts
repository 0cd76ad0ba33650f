import {
  checkMeetingFolder,
  diffLedgers,
  fillWorkbook,
  isUnreadable,
  lintLedger,
  mergeLedgers,
  reconcileDocuments,
  type SourceDocument,
  writeMerge,
} from '@duizhao/engine'
import {
  checkReport,
  diffReport,
  fileName,
  fillReport,
  lintReport,
  mergeReport,
  toldApart,
  plainBody,
  plainJson,
  plainPage,
  type PlainReport,
  plainWorkbook,
  reconcileReport,
} from '@duizhao/report'
import type { GivenDocument, JobInput, StaticResult, Written } from '../work/jobs.ts'
import { bytesOf } from './read-file.ts'
import type { ToolId } from '../tools/tools.ts'

/** What a tool came to, before it is written. */
interface Outcome {
  /** What files of the result are called. */
  readonly name: string
  readonly report: PlainReport
  /** What the JSON file holds. */
  readonly result: unknown
  readonly workbooks?: readonly Written[]
}

type Slots = Readonly<Record<string, readonly GivenDocument[]>>

const RUN: Readonly<Record<Exclude<ToolId, 'review' | 'compare'>, (slots: Slots) => Outcome | Promise<Outcome>>> = {
  check: ({ files = [] }) => {
    const meetings = checkMeetingFolder(files)
    const texts = files.map(({ path, document }) => ({ path, text: document.text }))
    return { name: '会议材料检查', report: checkReport(meetings, texts), result: meetings }
  },
  reconcile: ({ files = [] }) => {
    const reconciliation = reconcileDocuments(files)
    const documents = reconciliation.documents.map(({ path, role, reason, problems }) => ({
      path,
      role,
      reason,
      problems,
    }))
    return { name: '逐项核对', report: reconcileReport(reconciliation), result: { ...reconciliation, documents } }
  },
  lint: ({ files = [] }) => {
    const results = files.map(({ path, document }) => ({ path, lint: lintLedger(document, path) }))
    return { name: '台账检查', report: lintReport(results), result: results }
  },
  diff: ({ old = [], new: latest = [] }) => {
    const [before, after] = [only(old), only(latest)]
    const result = diffLedgers(before.document, after.document)
    return { name: '台账比较', report: diffReport({ old: before.path, new: after.path }, result), result }
  },
  merge: async ({ base = [], copies = [] }) => {
    const first = only(base)
    const names = toldApart(copies.map(({ path }) => path))
    const result = mergeLedgers(
      first.document,
      copies.map(({ document }, i) => ({ name: names[i] ?? document.name, document })),
    )
    const workbook = await writtenTo(first, (bytes) => writeMerge(bytes, first.document, result))
    const report = mergeReport({ base: first.path, copies: names }, result)
    return {
      name: '台账汇总情况',
      report: told(report, workbook),
      result,
      workbooks: named(workbook, first, '（汇总）'),
    }
  },
  fill: async ({ form = [], data = [] }) => {
    const [empty, source] = [only(form), only(data)]
    const bytes = await bytesOf(empty.file)
    const filled = bytes === null ? null : fillWorkbook(bytes, empty.document, source.document)
    if (filled === null || isUnreadable(filled))
      return { name: '填表情况', report: failed('填表结果', filled), result: null }
    const workbook = { bytes: filled.fill.sheets.length === 0 ? null : filled.workbook, message: null }
    return {
      name: '填表情况',
      report: fillReport({ form: empty.path, data: source.path }, filled.fill),
      result: filled.fill,
      workbooks: named(workbook, empty, '（已填）'),
    }
  },
}

/** Runs a tool on files that have been read, and writes its result in every form the page offers. */
export async function runTool({ tool, slots }: JobInput<'run'>): Promise<StaticResult> {
  const { name, report, result, workbooks = [] } = await RUN[tool](slots)
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  return {
    title: report.title,
    body: plainBody(report).html,
    downloads: [
      ...workbooks,
      { name: `${name}.xlsx`, bytes: plainWorkbook(report) },
      { name: `${name}.html`, bytes: encode(plainPage(report)) },
      { name: `${name}.json`, bytes: encode(plainJson(result)) },
    ],
  }
}

/** The page lets a tool run only with a file in every slot. */
function only(slot: readonly GivenDocument[]): GivenDocument {
  const [first] = slot
  if (first === undefined) throw new Error('a slot is empty')
  return first
}

interface WrittenWorkbook {
  readonly bytes: Uint8Array | null
  /** Why there is none. */
  readonly message: string | null
}

async function writtenTo(
  { file, document }: GivenDocument,
  write: (bytes: Uint8Array) => ReturnType<typeof writeMerge>,
): Promise<WrittenWorkbook> {
  if (!isWorkbook(document))
    return { bytes: null, message: '下发的那份不是 Excel 工作簿（.xlsx），没有写出汇总表。请另存为 .xlsx 再试。' }
  const bytes = await bytesOf(file)
  const workbook = bytes === null ? null : write(bytes)
  if (workbook === null) return { bytes: null, message: '下发的那份在选定之后被移走了，没有写出汇总表。' }
  return isUnreadable(workbook)
    ? { bytes: null, message: `${workbook.message}${workbook.todo}` }
    : { bytes: workbook, message: null }
}

function isWorkbook({ format }: SourceDocument): boolean {
  return format === 'xlsx'
}

function named({ bytes }: WrittenWorkbook, { path }: GivenDocument, suffix: string): Written[] {
  return bytes === null ? [] : [{ name: fileName(path).replace(/(\.[a-z]+)$/i, `${suffix}$1`), bytes }]
}

function told(report: PlainReport, { message }: WrittenWorkbook): PlainReport {
  return message === null ? report : { ...report, facts: [...report.facts, message] }
}

function failed(title: string, reason: { readonly message: string; readonly todo: string } | null): PlainReport {
  const words = reason === null ? '表样在选定之后被移走了，请重新选择。' : `${reason.message}${reason.todo}`
  return { title, facts: [], verdict: { tone: 'error', words }, sections: [] }
}

import { dateInChinese, datesInChinese, originInWords } from '@duizhao/engine/wording'
import {
  citedThingNames,
  type Evidence,
  evidenceKindNames,
  extensionWords,
  type FileState,
  fileStateNames,
  type Notice,
  problemClassNames,
  type ProblemDetail,
  type ProblemEvent,
  problemSourceNames,
  problemStateNames,
  unitNumberWords,
} from '@duizhao/contract'
import { html, type Markup, type OfficialBlock, officialDocument, staticPage } from '@duizhao/report'
import { deadlineWords } from '../ledger/index.ts'

/**
 * A piece of evidence and where it lies in the file of the problem; no path if the store no longer has what was handed in.
 * What is cited is no file, and has no state.
 */
export interface FiledEvidence {
  readonly evidence: Evidence
  readonly path: string | null
  readonly state: FileState | null
}

/** A problem with all that is filed about it: notices and events, the oldest first. */
export interface Filed {
  readonly problem: ProblemDetail
  readonly notices: readonly Notice[]
  readonly events: readonly ProblemEvent[]
  readonly evidence: readonly FiledEvidence[]
}

/** What is registered about a problem, in words. */
export function factsOf(problem: ProblemDetail): [string, string][] {
  const { organisation, source, aspect, cause, goal, lead, handler, result, exception } = problem
  const day = (date: string | null): string => (date === null ? '' : dateInChinese(date))
  const facts: [string, string][] = [
    ['编号', String(problem.number)],
    ['单位内编号', unitNumberWords(problem)],
    ['单位', organisation.name],
    ['问题来源', problemSourceNames[source]],
    ['出自', problem.origins.map(({ title: named, words }) => originInWords({ named, words })).join('\n')],
    ['类别', aspect],
    ['存在问题', problem.text],
    ['原因', cause],
    ['整改目标', goal],
    ['整改类型', problemClassNames[problem.class]],
    ['完成时限', deadlineWords(problem)],
    ['责任领导', lead?.name ?? ''],
    ['责任人', handler?.name ?? ''],
    ['状态', problemStateNames[problem.state]],
    ['整改成效', result],
    ['例外理由', exception],
    ['登记日期', day(problem.registeredOn)],
    ['销号日期', day(problem.struckOffOn)],
    ['回头看日期', day(problem.lookBackOn)],
    ['认定有效日期', day(problem.provedOn)],
  ]
  return facts.filter(([, value]) => value !== '')
}

/** The words of a table's row. */
export type Row = readonly string[]

/** The columns of its tables, in the order of the cells of their rows. */
export const MEASURES = [
  ...['整改措施', '责任单位和责任人', '配合单位', '完成时限', '提前量', '资金保障', '预案', '完成日期'],
] as const
export const PROGRESS = ['日期', '进展', '报告人'] as const
export const EXTENSIONS = ['延至', '理由', '申请人', '决定'] as const
export const NOTICES = ['文号', '内容', '发出', '答复期限', '答复'] as const
export const EVENTS = ['时间', '人员', '操作', '状态', '说明'] as const

export function measureRows({ measures }: ProblemDetail): Row[] {
  const day = (date: string | null): string => (date === null ? '' : dateInChinese(date))
  return measures.map(({ text, responsible, coUnit, dueOn, earlyOn, ...rest }) => [
    ...[text, responsible, coUnit, day(dueOn), day(earlyOn), rest.funding, rest.contingency, day(rest.doneOn)],
  ])
}

/** The oldest first. */
export function progressRows({ progress }: ProblemDetail): Row[] {
  return progress.toReversed().map(({ on, text, by }) => [dateInChinese(on), text, by])
}

/** What the file is called where it says so itself. */
export function titleOf({ number }: Pick<ProblemDetail, 'number'>): string {
  return `问题 ${number} 号档案`
}

/** The page one opens first: everything about the problem, without scripts, without the system. */
export function problemPage({ problem, notices, events, evidence }: Filed): string {
  const title = titleOf(problem)
  const body = html`<h1>${title}</h1>
    <p class="facts">${problem.organisation.name}</p>
    ${table(['项目', '内容'], factsOf(problem))}
    ${section('整改措施', MEASURES, measureRows(problem))}
    ${section('整改进展', PROGRESS, progressRows(problem))}
    ${section('佐证材料', ['序号', '文件', '种类', '形成日期', '上传人', 'SHA-256'], evidenceRows(evidence))}
    ${section('延期', EXTENSIONS, problem.extensions.map(extensionRow))}
    ${section('督办', NOTICES, notices.map(noticeRow))}
    ${section('经过', EVENTS, events.map(eventRow))}`
  return staticPage({ title, body })
}

type Cell = string | Markup

function section(title: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Markup {
  if (rows.length === 0)
    return html`<h2>${title}</h2>
      <p class="facts">没有</p>`
  return html`<h2>${title}</h2>
    ${table(columns, rows)}`
}

function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): Markup {
  return html`<div class="scroll">
    <table class="sheet">
      <thead>
        <tr>
          ${columns.map((header) => html`<th scope="col">${header}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, at) => html`<td data-label="${columns[at] ?? ''}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function evidenceRows(evidence: readonly FiledEvidence[]): Cell[][] {
  return evidence.map(({ evidence: one, path, state }, at) => [
    String(at + 1),
    path === null ? absentInWords(one, state) : html`<a href="${hrefOf(path)}">${one.name}</a>`,
    evidenceKindNames[one.kind],
    dateInChinese(one.datedOn),
    one.by,
    one.file?.hash ?? '',
  ])
}

/** What stands for a piece of evidence that is not in the file of the problem: where it is, or why it is not there. */
export function absentInWords({ name, cited }: Evidence, state: FileState | null): string {
  if (state !== null) return `${name}（文件${fileStateNames[state]}）`
  if (cited === null) return name
  const where = cited.link === null ? '' : `，在系统里：${cited.link}`
  const since = cited.isVoid ? '；已撤回或作废' : cited.isChanged ? '；引用以后改过' : ''
  return `${name}（${citedThingNames[cited.of]}${where}${since}）`
}

function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

export function extensionRow(extension: ProblemDetail['extensions'][number]): Row {
  const { reason, by, decision } = extension
  const decided = decision && `${decision.isGranted ? '同意' : '不同意'}（${decision.by}）${decision.reason}`
  return [extensionWords(extension, dateInChinese), reason, by, decided ?? '等待决定']
}

export function noticeRow({ number, text, issuedOn, answerDueOn, answer }: Notice): Row {
  return [number, text, dateInChinese(issuedOn), dateInChinese(answerDueOn), answer ?? '没有答复']
}

export function eventRow({ at, by, actionName, from, to, reason, changes }: ProblemEvent): Row {
  const told = changes.map(
    ({ field, before, after }) => `${field}：${datesInChinese(before)} → ${datesInChinese(after)}`,
  )
  return [
    timeInChina(at),
    by,
    actionName,
    from === null || from === to ? to : `${from} → ${to}`,
    [datesInChinese(reason), ...told].join('\n'),
  ]
}

function timeInChina(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  return `${local.slice(0, 10)} ${local.slice(11, 19)}`
}

/** The timeline as a table any program opens: comma-separated, UTF-8 with byte order mark. */
export function eventsCsv(events: readonly ProblemEvent[]): string {
  const rows = [EVENTS, ...events.map(eventRow)]
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** A quoted field; an apostrophe before what a spreadsheet would take for a formula (CSV injection). */
function csvCell(words: string): string {
  const plain = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words
  return `"${plain.replaceAll('"', '""')}"`
}

/** The row of the ledger as a document to print. */
export function problemDocument(problem: ProblemDetail): Uint8Array {
  const tableOf = (columns: readonly [string, number][], rows: readonly Row[]): OfficialBlock => ({
    kind: 'table',
    columns: columns.map(([header, share]) => ({ header, share })),
    rows,
  })
  const heading = (words: string): OfficialBlock => ({ kind: 'heading', level: 1, words })
  const measures = measureRows(problem)
  const progress = progressRows(problem)
  const none: OfficialBlock = { kind: 'paragraph', words: '没有。' }
  const shares = [26, 14, 10, 12, 10, 8, 8, 12]
  return officialDocument({
    title: `整改台账\n问题${problem.number}号`,
    blocks: [
      heading('一、基本情况'),
      tableOf(
        [
          ['项目', 18],
          ['内容', 82],
        ],
        factsOf(problem),
      ),
      heading('二、整改措施'),
      measures.length === 0
        ? none
        : tableOf(
            MEASURES.map((header, at) => [header, shares[at] ?? 10]),
            measures,
          ),
      heading('三、整改进展'),
      progress.length === 0
        ? none
        : tableOf(
            [
              ['日期', 20],
              ['进展', 65],
              ['报告人', 15],
            ],
            progress,
          ),
    ],
  })
}

import type { ImportMending, LedgerImportPreview, RefusedPlace } from '@duizhao/contract'
import {
  isWorkbook,
  type Cell,
  type Ledger,
  type LedgerRow,
  readLedgers,
  type SourceDocument,
  type Table,
} from '@duizhao/engine'
import { compact } from './import-key.ts'
import { cellName, columnsGuessed, columnsOf } from './ledger-columns.ts'
import type { LedgerLine } from './ledger-line.ts'
import { withColumns } from './mended-columns.ts'
import { withCells } from './mended-file.ts'
import { readRow, rowNumber } from './read-row.ts'

/** A file as it was understood. */
export interface ReadLines {
  readonly columns: LedgerImportPreview['columns']
  readonly lines: readonly LedgerLine[]
  readonly faults: readonly RefusedPlace[]
  readonly remarks: readonly RefusedPlace[]
}

interface Found {
  readonly ledger: Ledger
  readonly sheet: string
  readonly title: string
}

interface Reading {
  readonly today: string
  /** The name of the organisation the ledger is imported for. */
  readonly unit: string
  /** What was typed anew on the screen, and what is left out. */
  readonly mending: ImportMending
}

/** Every problem of every ledger and list in a file. */
export function readLines(file: SourceDocument, { today, unit, mending }: Reading): ReadLines {
  const document = withColumns(withCells(file, mending.cells), mending.columns, sheetOf)
  const isSkipped = skippedIn(mending)
  const found = ledgersIn(document, today)
  const faults: RefusedPlace[] = []
  const remarks: RefusedPlace[] = document.notes.map((message) => ({ message }))
  const gathered = new Gathered()
  const sheets = new Set(found.filter(({ ledger }) => isAboutProblems(ledger)).map(({ sheet }) => sheet))
  if (!found.some(({ ledger }) => ledger.columns.some(({ field }) => field === 'deadline')))
    remarks.push({ message: '表里没有完成时限这一列，导入后请逐条补上' })
  for (const { ledger, sheet, title } of found) {
    if (!isAboutProblems(ledger)) {
      remarks.push({ message: `“${sheet}”里没有问题这一列，没有导入` })
      continue
    }
    const place = { ledger, sheet, title: `${title} ${document.name}`, today, unit, faults, remarks }
    faults.push(...rowsWithoutProblem(sheet, ledger).filter(({ row }) => !isSkipped(sheet, row)))
    const view = viewOf(`${sheet} ${title}`)
    for (const row of ledger.rows) {
      if (linesOf(row).some((line) => isSkipped(sheet, line))) continue
      if (row.subject === 'measure') faults.push(withoutProblem(sheet, ledger, rowNumber(row)))
      else gathered.add(view, ofUnit(readRow(row, place), sheets))
      const unnamed = numberedWithoutProblem(row, place)
      faults.push(...unnamed.faults)
      remarks.push(...unnamed.remarks)
    }
  }
  const read = new Set(found.map(({ sheet }) => sheet))
  const guessed = document.tables.flatMap((table, at) => {
    const sheet = sheetOf(table, at)
    return read.has(sheet) ? [] : columnsGuessed(sheet, table, mending.columns)
  })
  if (gathered.lines.length === 0 && guessed.length > 0)
    remarks.push({ message: '没有认出哪一列是问题，请在下面的“栏目”里指定' })
  return {
    columns: [...found.flatMap(({ sheet, ledger }) => columnsOf(sheet, ledger, mending.columns)), ...guessed],
    lines: gathered.lines,
    faults,
    remarks,
  }
}

/** A sheet whose name says no list, of a file with several, may be that of a unit: where a row names none, it is offered. */
function ofUnit(line: Omit<LedgerLine, 'ordinal'>, sheets: ReadonlySet<string>): Omit<LedgerLine, 'ordinal'> {
  const { sheet, unit } = line
  const isUnit = sheets.size > 1 && unit === '' && viewOf(sheet) === '' && !NO_NAME.test(sheet)
  return isUnit ? { ...line, unit: sheet } : line
}

/** What a program calls a sheet, and a table in Word is called here. */
const NO_NAME = /^(?:sheet|工作表|表)\s*\d*$|^第 \d+ 张表$/iu

function skippedIn({ skipped }: ImportMending): (sheet: string, row: number | undefined) => boolean {
  const rows = new Set(skipped.map(({ sheet, row }) => `${sheet}\n${row}`))
  return (sheet, row) => row !== undefined && rows.has(`${sheet}\n${row}`)
}

/** The lines of the file in which a row's cells begin, from 1. */
function linesOf(row: LedgerRow): readonly number[] {
  return [rowNumber(row), ...row.cells.map((cell) => cell.row + 1)]
}

function sheetOf({ name }: Table, at: number): string {
  return name ?? `第 ${at + 1} 张表`
}

/** The ledgers and lists of a document, each with the name of its sheet and its title. */
export function ledgersIn(document: SourceDocument, today: string): Found[] {
  const year = yearIn(`${document.name} ${document.text.slice(0, 300)}`) ?? Number(today.slice(0, 4))
  let columnsBefore: Ledger['columns'] = []
  return document.tables.flatMap((table, at) => {
    const context = { text: document.text, year, ...(isWorkbook(document) ? {} : { columnsBefore }) }
    const ledgers = readLedgers(table, context)
    columnsBefore = ledgers.at(-1)?.columns ?? columnsBefore
    const sheet = sheetOf(table, at)
    return ledgers.map((ledger) => ({ ledger, sheet, title: ledger.titles.map(({ text }) => text).join(' ') }))
  })
}

function yearIn(words: string): number | null {
  const [, year] = /(20\d\d)\s*[年度]/u.exec(words) ?? []
  return year === undefined ? null : Number(year)
}

const SUBJECTS: ReadonlySet<string> = new Set(['problem', 'manifestation', 'opinion'])

function isAboutProblems({ columns }: Ledger): boolean {
  return columns.some(({ field }) => SUBJECTS.has(field))
}

/** The list a sheet is, by its name: 问题清单, 整改清单 and 实效清单 of one workbook tell of the same problems. */
function viewOf(title: string): string {
  return /(?:问题|整改|任务|责任|措施|实效|成效)[^，。]{0,4}清单|台账/u.exec(title)?.[0] ?? ''
}

/** Lines by their problem: several with the same words in one list stay several, in another list they are the same. */
class Gathered {
  readonly lines: LedgerLine[] = []
  readonly #places = new Map<string, number>()
  readonly #counts = new Map<string, number>()

  add(view: string, line: Omit<LedgerLine, 'ordinal'>): void {
    const words = compact(line.text)
    const counted = `${view}\n${words}`
    const ordinal = (this.#counts.get(counted) ?? 0) + 1
    this.#counts.set(counted, ordinal)
    const name = `${words}\n${ordinal}`
    const at = this.#places.get(name)
    const known = at === undefined ? undefined : this.lines[at]
    if (at !== undefined && known) this.lines[at] = completed(known, line)
    else {
      this.#places.set(name, this.lines.length)
      this.lines.push({ ...line, ordinal })
    }
  }
}

/** What one list says of a problem, with what another says besides. */
function completed(known: LedgerLine, more: Omit<LedgerLine, 'ordinal'>): LedgerLine {
  const first = (field: 'aspect' | 'cause' | 'goal' | 'unit' | 'lead' | 'handler' | 'result'): string =>
    known[field] || more[field]
  const dated = known.saysDeadline ? known : more
  const classed = known.saysClass ? known : more
  return {
    ...known,
    aspect: first('aspect'),
    cause: first('cause'),
    goal: first('goal'),
    unit: first('unit'),
    lead: first('lead'),
    handler: first('handler'),
    result: first('result'),
    source: known.saysSource ? known.source : more.source,
    saysSource: known.saysSource || more.saysSource,
    class: classed.class,
    saysClass: classed.saysClass,
    dueOn: dated.dueOn,
    saysDeadline: dated.saysDeadline,
    lacksDeadline: known.lacksDeadline && more.lacksDeadline,
    isDone: known.isDone || more.isDone,
    doneOn: known.doneOn ?? more.doneOn,
    measures: known.measures.length > 0 ? known.measures : more.measures,
    progress: known.progress.length > 0 ? known.progress : more.progress,
    origins: known.origins.length > 0 ? known.origins : more.origins,
  }
}

function withoutProblem(sheet: string, ledger: Ledger, row: number): RefusedPlace {
  const cell = cellName(ledger, 'problem', row) ?? cellName(ledger, 'manifestation', row)
  return { sheet, row, ...(cell === undefined ? {} : { cell }), message: '没有写问题' }
}

const TOTAL = /合计|总计|小计|共计/u

/** Lines that have words but belong to no problem. */
function rowsWithoutProblem(sheet: string, ledger: Ledger): RefusedPlace[] {
  const numbers = new Set(ledger.columns.filter(({ field }) => field === 'number').map(({ index }) => index))
  const rows = new Map<number, Cell[]>()
  for (const cell of ledger.leftovers) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell])
  return [...rows]
    .filter(
      ([, cells]) => cells.some(({ column }) => !numbers.has(column)) && !cells.some(({ text }) => TOTAL.test(text)),
    )
    .map(([row]) => withoutProblem(sheet, ledger, row + 1))
}

/**
 * Lines with a number of their own but a blank problem. With a measure they are taken as further measures of the problem
 * above, which is worth a remark; without one they say nothing.
 */
function numberedWithoutProblem(
  row: LedgerRow,
  { sheet, ledger }: Pick<Found, 'sheet' | 'ledger'>,
): { faults: RefusedPlace[]; remarks: RefusedPlace[] } {
  const columnOf = (wanted: string): number | undefined => ledger.columns.find(({ field }) => field === wanted)?.index
  const [number, measure] = [columnOf('number'), columnOf('measure')]
  const reach = row.cells.reduce(
    (most, cell) =>
      cell.row === row.problem.row && cell.column === row.problem.column ? cell.row + cell.rowSpan : most,
    row.problem.row + 1,
  )
  const numbers = row.cells.filter((cell) => cell.column === number && cell.row >= reach)
  const withMeasure = new Set(row.cells.filter(({ column }) => column === measure).map((cell) => cell.row))
  return {
    faults: numbers
      .filter((cell) => !withMeasure.has(cell.row))
      .map((cell) => withoutProblem(sheet, ledger, cell.row + 1)),
    remarks: numbers
      .filter((cell) => withMeasure.has(cell.row))
      .map((cell) => ({
        sheet,
        row: cell.row + 1,
        ...(cell.address === undefined ? {} : { cell: cell.address }),
        message: `序号“${cell.text}”这一行没有写问题，算作上一个问题的措施`,
      })),
  }
}

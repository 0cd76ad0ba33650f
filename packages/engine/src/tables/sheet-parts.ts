import type { Cell } from '../reading/source-document.ts'
import { cellsBeginningIn, cellsOf, type Grid, type GridRow } from './grid.ts'
import { headerWords, LONGEST_HEADER, matchHeader } from './header-match.ts'

/** What a line below the header is for: a row of the list, a section heading, a total (合计), a note under the table. */
export type LineKind = 'row' | 'section' | 'total' | 'note'

export interface BodyLine {
  readonly kind: LineKind
  readonly row: GridRow
  /** The cells that begin in the line. */
  readonly cells: readonly Cell[]
}

/** One of the tables on a sheet: the lines above its header, its header rows, what stands below. */
export interface SheetPart {
  readonly titles: readonly Cell[]
  /** Header rows from the top; a row that only numbers the columns and headers repeated on later pages are not among them. */
  readonly header: readonly GridRow[]
  /** Every cell of the header, also of the rows left out above. */
  readonly headerCells: readonly Cell[]
  readonly body: readonly BodyLine[]
  /** The places of a grid row that are columns of this table. */
  readonly columns: readonly number[]
  /** For each place of a grid row the column's number in the table. */
  readonly columnNumbers: readonly number[]
}

const MOST_HEADER_ROWS = 4
const LEAST_NAMED = 0.5

/** Splits a sheet into its tables: usually one; a sheet without a header is one part with an empty header. */
export function partsOf(grid: Grid): SheetPart[] {
  const starts = headersIn(grid)
  const [first] = starts
  if (!first) return [withoutHeader(grid)]
  const parts: SheetPart[] = []
  let above: readonly GridRow[] = grid.rows.slice(0, first.from)
  for (const [i, header] of starts.entries()) {
    const end = starts[i + 1]?.from ?? grid.rows.length
    const below = grid.rows.slice(header.to, end)
    const titles = starts[i + 1] ? titlesAtEnd(below) : 0
    parts.push(partOf(grid, above, header, below.slice(0, below.length - titles)))
    above = below.slice(below.length - titles)
  }
  return parts
}

interface HeaderRows {
  readonly from: number
  readonly to: number
  readonly rows: readonly GridRow[]
}

/** Headers from top to bottom; one that repeats the header before it (printed on every page) is not a new one. */
function headersIn(grid: Grid): HeaderRows[] {
  const found: HeaderRows[] = []
  for (let i = 0; i < grid.rows.length;) {
    const row = grid.rows[i]
    const before = found.at(-1)
    if (!row || !isHeader(row, before !== undefined) || (before && repeats(row, before))) {
      i += 1
      continue
    }
    const header = extendedHeader(grid, i, before?.to ?? 0)
    found.push(header)
    i = header.to
  }
  return found
}

/** True if the row names columns. Below a first header only a full set of names counts as another one. */
function isHeader(row: GridRow, later: boolean): boolean {
  // Names merged down from the header above make no second one.
  const cells = later ? cellsBeginningIn(row) : cellsOf(row)
  const named = namedFields(cells)
  const least = later ? 3 : 2
  if (!cells.every(isShort) || isForm(cells)) return false
  // What reaches over columns that have names of their own below (1月, 2月 …) names none itself.
  const naming = cells.filter(({ columnSpan, text }) => columnSpan === 1 || matchHeader(text) !== null)
  return named.size >= least && named.size >= naming.length * LEAST_NAMED
}

/** A line of a form (“责任单位 | 办公室 | 责任人 | 李明”): names and what is filled in take turns. */
function isForm(cells: readonly Cell[]): boolean {
  return cells.length > 2 && cells.every(({ text }, i) => (matchHeader(text) !== null) === (i % 2 === 0))
}

function namedFields(cells: readonly Cell[]): Set<string> {
  const matches = cells
    .map(({ text }) => matchHeader(text))
    .filter((match) => match !== null && match.confidence >= 0.8)
  return new Set(matches.map((match) => match?.name ?? ''))
}

function isShort({ text }: Cell): boolean {
  return headerWords(text).length <= LONGEST_HEADER && !/[。；;！？]/.test(text)
}

function extendedHeader(grid: Grid, at: number, least: number): HeaderRows {
  let from = at
  const first = grid.rows[at]
  const top = Math.min(...(first ? cellsOf(first) : []).map(({ row }) => row))
  while (from > least && (grid.rows[from - 1]?.index ?? -1) >= top) from -= 1
  let to = at + 1
  while (to < grid.rows.length && to - from < MOST_HEADER_ROWS && continuesHeader(grid, from, to)) to += 1
  const named = grid.rows.slice(from, to)
  const next = grid.rows[to]
  if (next && numbersColumns(next)) to += 1
  return { from, to, rows: named }
}

/** True if the row below a header names columns more exactly: merged under it, or made of names. */
function continuesHeader(grid: Grid, from: number, to: number): boolean {
  const row = grid.rows[to]
  const top = grid.rows[from]
  if (!row || !top) return false
  const own = cellsBeginningIn(row)
  if (own.length === 0 || !own.every(isShort)) return false
  const confidences = own.map(({ text }) => matchHeader(text)?.confidence ?? 0)
  const named = confidences.filter((confidence) => confidence >= 0.8).length
  const reachesDown = cellsOf(row).some((cell) => cell.row >= top.index && cell.row < row.index)
  if (reachesDown) return named > 0 || own.every((cell) => standsUnderWider(grid, from, to, cell))
  return (
    own.length > 1 &&
    named * 2 >= own.length &&
    confidences.includes(1) &&
    !own.some(({ text }) => /^\d+$/.test(text.trim()))
  )
}

/** True if the header cell above covers more columns than the cell itself. */
function standsUnderWider(grid: Grid, from: number, to: number, cell: Cell): boolean {
  const place = grid.rows[to]?.places.indexOf(cell) ?? -1
  return grid.rows.slice(from, to).some((row) => (row.places[place]?.columnSpan ?? 0) > cell.columnSpan)
}

/** A row such as “1 2 3 4 5” or “甲 乙 1 2” under the header only numbers the columns. */
function numbersColumns(row: GridRow): boolean {
  const words = cellsOf(row).map(({ text }) => headerWords(text))
  const digits = words.filter((word) => !/^[甲乙丙丁]$/.test(word))
  return words.length >= 4 && digits.length >= 2 && digits.every((word, i) => word === String(Number(digits[0]) + i))
}

/** True if the row says the same as a row of the header. */
function repeats(row: GridRow, header: HeaderRows): boolean {
  const words = signatureOf(row)
  return header.rows.some((each) => signatureOf(each) === words)
}

function signatureOf(row: GridRow): string {
  return cellsOf(row)
    .map(({ text }) => headerWords(text))
    .join('|')
}

/** How many lines at the end of a table belong to the next one, as its title. */
function titlesAtEnd(rows: readonly GridRow[]): number {
  let count = 0
  for (const row of rows.toReversed()) {
    const [only, ...others] = cellsOf(row)
    if (!only || others.length > 0 || isNote(only.text)) break
    count += 1
  }
  return count < rows.length ? count : 0
}

function partOf(grid: Grid, above: readonly GridRow[], header: HeaderRows, below: readonly GridRow[]): SheetPart {
  const headerRows = grid.rows.slice(header.from, header.to)
  const repeated = below.filter((row) => repeats(row, header))
  const lines = below.filter((row) => !repeated.includes(row))
  const columns = columnsInUse([...header.rows, ...lines])
  const body = linesOf(lines, columns)
  return {
    titles: above.flatMap(cellsBeginningIn),
    header: header.rows,
    headerCells: [...headerRows, ...repeated].flatMap(cellsBeginningIn),
    body,
    columns,
    columnNumbers: grid.columns,
  }
}

function withoutHeader(grid: Grid): SheetPart {
  const first = grid.rows.findIndex((row) => cellsOf(row).length > 1)
  const start = first < 0 ? grid.rows.length : first
  const lines = grid.rows.slice(start)
  const columns = columnsInUse(lines)
  const body = linesOf(lines, columns)
  return {
    titles: grid.rows.slice(0, start).flatMap(cellsBeginningIn),
    header: [],
    headerCells: [],
    body,
    columns,
    columnNumbers: grid.columns,
  }
}

/** The places at which a cell of these rows begins; the others only come from other parts of the sheet. */
function columnsInUse(rows: readonly GridRow[]): number[] {
  const width = rows[0]?.places.length ?? 0
  const used = new Array<boolean>(width).fill(false)
  for (const { places } of rows) {
    for (let i = 0; i < width; i++) if (places[i] && places[i] !== places[i - 1]) used[i] = true
  }
  return used.flatMap((isUsed, i) => (isUsed ? [i] : []))
}

function linesOf(rows: readonly GridRow[], columns: readonly number[]): BodyLine[] {
  const body: BodyLine[] = []
  for (const row of rows) {
    const previous = body.at(-1)?.kind ?? 'row'
    body.push({ kind: kindOfLine(row, columns, previous), row, cells: cellsBeginningIn(row) })
  }
  const lastRow = body.findLastIndex(({ kind }) => kind === 'row')
  return body.map((line, i) => (line.kind === 'section' && i > lastRow ? { ...line, kind: 'note' as const } : line))
}

const TOTAL = /^(?:合计|总计|小计|共计|总数|累计|(?:整改|完成|办结|销号)率$)/
const NOTE_START =
  /^(?:注|备注|附注|说明|填表说明|填写说明|填报说明|编制说明|要求|示例|例|样例|填表示例)(?:[：:\d（(]|$)/
const SIGNATURE_START =
  /^(?:填表人|填报人|制表人?|审核人?|审批人?|复核人?|经办人|联系人|联系电话|电话|填表日期|填报日期|填报时间|填表时间|制表日期|日期|填报单位|(?:主要|单位)?负责人|单位盖章|单位(?=[：:])|分管领导|党[委组支].{0,6}书记|.{0,8}(?:签字|签名|盖章))[^：:。]{0,12}(?:[：:]|$)/

function isNote(text: string): boolean {
  const words = text.slice(0, 60).replace(/\s+/g, '')
  return NOTE_START.test(words) || (SIGNATURE_START.test(words) && /[：:]|签字|盖章/.test(words))
}

/** A section heading is one cell of words that reaches over the table, or stands alone at its left. */
function kindOfLine(row: GridRow, columns: readonly number[], previous: LineKind): LineKind {
  const cells = cellsOf(row)
  const [first, second] = cells
  const own = cellsBeginningIn(row)
  if (!first || own[0] !== first) return 'row'
  if (TOTAL.test(first.text.replace(/\s+/g, '')) && first.text.length <= 12) return 'total'
  if (isNote(first.text) && (cells.length <= 2 || own.every(({ text }) => isNote(text)))) return 'note'
  const isAlone = cells.length === 1
  if (isAlone && previous === 'note') return 'note'
  const wide = Math.max(2, columns.length * 0.5)
  const covers = (cell: Cell): number => columns.filter((place) => row.places[place] === cell).length
  if (isAlone && isHeading(first.text) && (covers(first) >= wide || row.places[columns[0] ?? 0] === first))
    return 'section'
  const isMark = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/.test(first.text.trim())
  if (cells.length === 2 && second && isMark && covers(second) >= wide && own.length === 2) return 'section'
  return 'row'
}

const LONGEST_SECTION = 80

function isHeading(text: string): boolean {
  const words = text.trim()
  return words.length >= 2 && words.length <= LONGEST_SECTION && !/^[\d\s.、]+$/.test(words)
}

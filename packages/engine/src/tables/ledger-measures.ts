import type { Cell } from '../reading/source-document.ts'
import { type LedgerText, splitNumbered, wordsOfCell } from './cell-text.ts'
import { readDate } from '../wording/chinese-date.ts'
import type { Column } from './column.ts'
import type { LedgerField } from './header-names.ts'
import type { LedgerContext, LedgerDate, LedgerDuties, LedgerMeasure } from './ledger-row.ts'
import type { BodyLine } from './sheet-parts.ts'
import { classOf, stateOf } from '../wording/state-words.ts'

/** What is needed to take values out of the lines of a ledger. */
export interface LedgerLines {
  readonly columns: readonly Column[]
  /** The first cell of a field in a line, also one merged down from above. */
  find(line: BodyLine, field: LedgerField): Cell | null
  readonly context: LedgerContext
  /** The year of dates written without one. */
  readonly year: number | null
  /** True if cells are merged over lines: then a blank is a blank, not "as above". */
  readonly isMerged: boolean
}

/**
 * The measures of a row's lines, those of a second column (上级参考措施 | 本单位措施) too: one per cell, or one per number
 * inside a cell, each with the duties beside it.
 */
export function measuresOf(lines: LedgerLines, row: readonly BodyLine[]): LedgerMeasure[] {
  const places = lines.columns.filter(({ field }) => field === 'measure').map(({ place }) => place)
  const blocks = new Map<Cell, BodyLine[]>()
  for (const place of places) {
    let last: BodyLine[] | undefined
    for (const line of row) {
      const cell = line.row.places[place] ?? null
      const open = cell === null ? last : blocks.get(cell)
      if (open === undefined && cell !== null) blocks.set(cell, (last = [line]))
      else if (open === last) open?.push(line)
    }
  }
  return [...blocks].flatMap(([cell, beside]) => {
    const pieces = splitNumbered(cell, lines.context.text)
    return pieces.map((piece, index) => ({
      ...piece,
      duties: dutiesOf(lines, { row, beside, index, of: pieces.length }),
    }))
  })
}

/** Which lines of a row are meant, and the place among several measures that stand in one cell. */
export interface DutyPlace {
  readonly row: readonly BodyLine[]
  readonly beside: readonly BodyLine[]
  readonly index: number
  readonly of: number
}

/** The duties named beside a measure, or, where `beside` is the whole row, those of the problem. */
export function dutiesOf(lines: LedgerLines, place: DutyPlace): LedgerDuties {
  const words = (field: LedgerField): { text?: LedgerText } => keyed(textAt(lines, place, field))
  const { text: state } = keyed(tickedAt(lines, place, 'state') ?? textAt(lines, place, 'state'))
  const { text: kind } = keyed(tickedAt(lines, place, 'class') ?? textAt(lines, place, 'class'))
  const named = TEXT_FIELDS.map((field) => [field, words(field).text] as const)
  const dated = DATE_FIELDS.map((field) => [field, dateAt(lines, place, field)] as const)
  return {
    ...Object.fromEntries([...named, ...dated].filter(([, value]) => value)),
    ...(state ? { state: { ...state, state: stateOf(state.text) } } : {}),
    ...(kind ? { class: { ...kind, class: classOf(kind.text) } } : {}),
  }
}

const TEXT_FIELDS = [
  'target',
  'lead',
  'unit',
  'coUnit',
  'owner',
  'progress',
  'result',
  'institution',
  'evidence',
  'verification',
  'lookBack',
  'answer',
  'remark',
] as const satisfies readonly (keyof LedgerDuties)[]
const DATE_FIELDS = ['start', 'deadline', 'strikeOffDate'] as const satisfies readonly (keyof LedgerDuties)[]
/** In tables without merged cells these are written once and left blank in the lines below. */
const WRITTEN_ONCE: ReadonlySet<LedgerField> = new Set(['lead', 'unit', 'coUnit', 'owner', 'deadline'])

function keyed(text: LedgerText | null): { text?: LedgerText } {
  return text ? { text } : {}
}

/** The words of all cells of a field in some lines, joined with "\n"; null if there are none. */
export function joinedText(lines: LedgerLines, beside: readonly BodyLine[], field: LedgerField): LedgerText | null {
  return joined(cellsAt(lines, beside, field).map(wordsOfCell))
}

function cellsAt(lines: LedgerLines, beside: readonly BodyLine[], field: LedgerField): Cell[] {
  const places = lines.columns.filter((column) => column.field === field && column.tick === undefined)
  const cells = places.flatMap(({ place }) => beside.map(({ row }) => row.places[place] ?? null))
  return [...new Set(cells)].filter((cell) => cell !== null)
}

function joined(pieces: readonly LedgerText[]): LedgerText | null {
  const [first] = pieces
  return first ? { ...first, text: [...new Set(pieces.map(({ text }) => text))].join('\n') } : null
}

/**
 * A field's words beside a measure. Where one cell holds several measures, and the column beside it as many cells,
 * numbered pieces or lines with dates, each measure gets its own.
 */
function textAt(lines: LedgerLines, place: DutyPlace, field: LedgerField): LedgerText | null {
  const cells = cellsAt(lines, place.beside, field)
  const [only] = cells
  if (!only) return WRITTEN_ONCE.has(field) && !lines.isMerged ? aboveIn(lines, place, field) : null
  if (place.of === 1) return joined(cells.map(wordsOfCell))
  const pieces = cells.length === 1 ? piecesOf(only, field, lines.context.text) : cells.map(wordsOfCell)
  return (pieces.length === place.of ? pieces[place.index] : undefined) ?? joined(cells.map(wordsOfCell))
}

function piecesOf(cell: Cell, field: LedgerField, source: string | undefined): LedgerText[] {
  const numbered = splitNumbered(cell, source)
  if (numbered.length > 1) return numbered
  const written = field === 'deadline' ? cell.text.split('\n').filter((line) => line.trim() !== '') : []
  return written.map((line) => ({ ...wordsOfCell(cell), text: line.trim() }))
}

function aboveIn(lines: LedgerLines, { row, beside }: DutyPlace, field: LedgerField): LedgerText | null {
  const [first] = beside
  const above = first ? row.slice(0, Math.max(0, row.indexOf(first))) : []
  const cell = above.map((line) => lines.find(line, field)).findLast((found) => found !== null)
  return cell ? wordsOfCell(cell) : null
}

/** The name of the ticked column (完成情况 | 已完成), at the place of the tick. */
function tickedAt(lines: LedgerLines, { beside }: DutyPlace, field: LedgerField): LedgerText | null {
  for (const { place, tick } of lines.columns.filter((column) => column.field === field && column.tick !== undefined)) {
    const cell = beside
      .map(({ row }) => row.places[place] ?? null)
      .find((found) => found && !/^[×xX✗否/\-—0]$/.test(found.text.trim()))
    if (cell && tick !== undefined) return { ...wordsOfCell(cell), text: tick }
  }
  return null
}

function dateAt(lines: LedgerLines, place: DutyPlace, field: LedgerField): LedgerDate | null {
  const text = textAt(lines, place, field)
  if (!text) return null
  const cell = cellsAt(lines, place.beside, field).find(
    ({ date, start, end }) => date && start === text.start && end === text.end,
  )
  if (cell?.date && text.text === cell.text.trim()) return { kind: 'date', date: cell.date, precision: 'day', ...text }
  const alone = readDate(text.text)
  if (lines.year === null) return { ...alone, ...text }
  const dated = readDate(text.text, { year: lines.year })
  return { ...dated, ...text, ...(dated.date !== alone.date ? { yearAssumed: true } : {}) }
}

/** The year of dates without one: that of all the column's other deadlines if they agree, else the caller's. */
export function yearOfColumn(
  body: readonly BodyLine[],
  columns: readonly Column[],
  context: LedgerContext,
): number | null {
  const places = columns.filter(({ field }) => field === 'deadline').map(({ place }) => place)
  const cells = body.flatMap(({ kind, row }) =>
    kind === 'row' ? places.map((place) => row.places[place] ?? null) : [],
  )
  const dates = [...new Set(cells)].map((cell) => (cell ? (cell.date ?? readDate(cell.text).date) : undefined))
  const years = new Set(dates.filter((date) => date !== undefined).map((date) => Number(date.slice(0, 4))))
  const [year] = years
  return years.size === 1 && year !== undefined ? year : (context.year ?? null)
}

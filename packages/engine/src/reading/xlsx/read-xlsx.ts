import { openPackage, type OfficePackage } from '../office-package.ts'
import { ReadingRefusal, refusable } from '../refusal.ts'
import type { Cell, CellValue, Paragraph, SourceDocument, Table, Unreadable } from '../source-document.ts'
import { placeCells, type PlacedCell } from './merged-cells.ts'
import { fromFirstDay, serialOf } from './calendar.ts'
import { isDateFormat } from './format-code.ts'
import { createNumberWriter, showText } from './number-format.ts'
import { readSharedStrings } from './rich-text.ts'
import { addressOf, readSheetCells, type RawValue, type SheetCell, type SheetReading } from './sheet-cells.ts'
import { readWorkbook, type Workbook } from './workbook.ts'

const MOST_CELLS = 2_000_000
const MOST_CHARACTERS = 64_000_000

/**
 * Reads an Excel workbook (.xlsx, .xlsm): each sheet with words in it as a table, hidden ones too. In the text a
 * sheet begins with a line of its name; rows and cells without words are left out. Values are shown as a Chinese
 * Excel shows them, formulas by their last result.
 */
export function readXlsx(bytes: Uint8Array, name: string): SourceDocument | Unreadable {
  return refusable(name, () => {
    const office = openPackage(bytes)
    if (office.kind !== 'excel') throw new ReadingRefusal('unsupported')
    return readSheets(office, name)
  })
}

function readSheets(office: OfficePackage, name: string): SourceDocument {
  const workbook = readWorkbook(office)
  const reading: SheetReading = {
    zip: office.zip,
    show: createValueWriter(workbook, readSharedStrings(office.zip, workbook.stringsPart)),
    budget: { cells: MOST_CELLS, characters: MOST_CHARACTERS },
  }
  const out: Output = { pieces: [], length: 0, paragraphs: [], tables: [] }
  const notes: string[] = []
  for (const sheet of workbook.sheets) {
    const entry = office.zip.find(sheet.part)
    if (entry === undefined) continue
    const { cells, areas } = readSheetCells(entry, reading)
    const isOrdered = cells.every((cell, i) => i === 0 || isBefore(cells[i - 1] ?? cell, cell))
    const placed = placeCells(isOrdered ? cells : cells.toSorted((a, b) => a.row - b.row || a.column - b.column), areas)
    if (placed.length === 0) continue
    if (sheet.isHidden) notes.push(`工作表“${sheet.name}”是隐藏的，已一并读取。`)
    writeSheet(sheet.name, placed, out)
  }
  if (out.tables.length === 0) throw new ReadingRefusal('empty', '里面没有文字')
  return { name, format: 'xlsx', text: out.pieces.join(''), paragraphs: out.paragraphs, tables: out.tables, notes }
}

function isBefore(a: SheetCell, b: SheetCell): boolean {
  return a.row < b.row || (a.row === b.row && a.column < b.column)
}

/** Shows values as a cell does, and says what they are. */
function createValueWriter(workbook: Workbook, strings: readonly string[]): SheetReading['show'] {
  const writeNumber = createNumberWriter(workbook.dateSystem)
  const texts = new Map<string, CellValue>()
  /** One value for all texts of a format: a workbook has millions. */
  const textIn = (format: string): CellValue => {
    const value = texts.get(format) ?? { type: 'text', raw: '', format }
    texts.set(format, value)
    return value
  }
  return ({ type, style, value: written }: RawValue) => {
    const format = workbook.formatOf(style)
    const number = type === 'n' ? Number(written) : Number.NaN
    if (Number.isFinite(number)) {
      const shown = writeNumber(number, format)
      const raw = shown.date === undefined ? written.trim() : fromFirstDay(written.trim(), workbook.dateSystem)
      return { ...shown, value: { type: 'number', raw, format } }
    }
    if (type === 'b') {
      const isTrue = written === '1' || written === 'true'
      return { text: isTrue ? 'TRUE' : 'FALSE', value: { type: 'truth', raw: isTrue ? '1' : '0', format } }
    }
    if (type === 'd') return isoDay(written, format) ?? { text: written, value: textIn(format) }
    const words = type === 's' ? (strings[Number(written)] ?? '') : written.replaceAll('\r', '').trim()
    if (type === 'e') return { text: words, value: { type: 'error', raw: words, format } }
    const text = showText(words, format)
    return { text, value: text === words ? textIn(format) : { type: 'text', raw: words, format } }
  }
}

/** A cell that has its day in words (`2026-06-30T00:00:00`), as strict workbooks may. */
function isoDay(written: string, format: string): ReturnType<SheetReading['show']> | undefined {
  const [date, year = '', month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(written) ?? []
  if (date === undefined) return undefined
  const shown = isDateFormat(format) ? format : 'yyyy/m/d'
  const value: CellValue = { type: 'number', raw: String(serialOf(date, 1900)), format: shown }
  return { text: `${year}/${Number(month)}/${Number(day)}`, date, value }
}

interface Output {
  readonly pieces: string[]
  length: number
  readonly paragraphs: Paragraph[]
  readonly tables: Table[]
}

function emit(out: Output, words: string): number {
  const start = out.length
  out.pieces.push(words)
  out.length += words.length
  return start
}

function writeSheet(name: string, placed: readonly PlacedCell[], out: Output): void {
  if (out.length > 0) emit(out, '\n')
  const heading = name.replace(/\s+/g, ' ').trim()
  const headingStart = emit(out, heading)
  if (heading !== '') out.paragraphs.push({ start: headingStart, end: out.length, style: 'heading', level: 1 })
  const cells: Cell[] = []
  let row = -1
  for (const { text, ...place } of placed) {
    emit(out, place.row === row ? '\t' : '\n')
    row = place.row
    const start = emit(out, text)
    cells.push({ ...place, start, end: out.length, text, address: addressOf(place.row, place.column) })
    for (const line of text.matchAll(/[^\n]+/g)) {
      if (line[0].trim() === '') continue
      out.paragraphs.push({ start: start + line.index, end: start + line.index + line[0].length, style: 'cell' })
    }
  }
  const rowCount = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0)
  const columnCount = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0)
  out.tables.push({ name, start: cells[0]?.start ?? headingStart, end: out.length, rowCount, columnCount, cells })
}

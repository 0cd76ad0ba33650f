import { openPackage, type OfficePackage } from '../office-package.ts'
import { ReadingRefusal, refusable } from '../refusal.ts'
import type { Cell, Paragraph, SourceDocument, Table, Unreadable } from '../source-document.ts'
import { placeCells, type PlacedCell } from './merged-cells.ts'
import { createNumberWriter } from './number-format.ts'
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

function createValueWriter(workbook: Workbook, strings: readonly string[]): SheetReading['show'] {
  const writeNumber = createNumberWriter(workbook.dateSystem)
  return ({ type, style, value }: RawValue) => {
    if (type === 's') return { text: strings[Number(value)] ?? '' }
    if (type === 'b') return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' }
    if (type === 'd') return showIsoDate(value)
    const number = Number(value)
    if (type !== 'n' || !Number.isFinite(number)) return { text: value.replaceAll('\r', '').trim() }
    return writeNumber(number, workbook.formatOf(style))
  }
}

function showIsoDate(value: string): { text: string; date?: string } {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value) ?? []
  if (year === undefined || month === undefined || day === undefined) return { text: value }
  return { text: `${year}/${Number(month)}/${Number(day)}`, date: `${year}-${month}-${day}` }
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

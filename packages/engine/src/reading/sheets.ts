import { ReadingRefusal } from './refusal.ts'
import type { Attached, Cell, Format, Paragraph, SilentFormula, SourceDocument, Table } from './source-document.ts'
import { placeCells, type PlacedCell } from './xlsx/merged-cells.ts'
import { addressOf, type Area, type SheetCell } from './xlsx/sheet-cells.ts'

/** A sheet of a workbook of any format before its place in the text is known. */
export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  readonly cells: readonly SheetCell[]
  readonly areas: readonly Area[]
  readonly attached?: readonly Attached[]
  readonly silentFormulas?: readonly SilentFormula[]
}

interface Output {
  readonly pieces: string[]
  length: number
  readonly paragraphs: Paragraph[]
  readonly tables: Table[]
}

/**
 * A workbook as a document: each sheet with words in it as a table, hidden ones too. In the text a sheet begins with a
 * line of its name; rows and cells without words are left out. Throws a `ReadingRefusal` if there are no words at all.
 */
export function laidOutSheets(
  sheets: Iterable<Sheet>,
  { name, format }: { readonly name: string; readonly format: Format },
): SourceDocument {
  const out: Output = { pieces: [], length: 0, paragraphs: [], tables: [] }
  const notes: string[] = []
  for (const sheet of sheets) {
    const placed = placeCells(inReadingOrder(sheet.cells), sheet.areas)
    if (placed.length === 0) continue
    if (sheet.isHidden) notes.push(`工作表“${sheet.name}”是隐藏的，已一并读取。`)
    writeSheet(sheet, placed, out)
  }
  if (out.tables.length === 0) throw new ReadingRefusal('empty', '里面没有文字')
  return { name, format, text: out.pieces.join(''), paragraphs: out.paragraphs, tables: out.tables, notes }
}

function inReadingOrder(cells: readonly SheetCell[]): readonly SheetCell[] {
  const isOrdered = cells.every((cell, i) => i === 0 || isBefore(cells[i - 1] ?? cell, cell))
  return isOrdered ? cells : cells.toSorted((a, b) => a.row - b.row || a.column - b.column)
}

function isBefore(a: SheetCell, b: SheetCell): boolean {
  return a.row < b.row || (a.row === b.row && a.column < b.column)
}

function emit(out: Output, words: string): number {
  const start = out.length
  out.pieces.push(words)
  out.length += words.length
  return start
}

function writeSheet(
  { name, attached = [], silentFormulas = [] }: Sheet,
  placed: readonly PlacedCell[],
  out: Output,
): void {
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
  const own = {
    ...(attached.length === 0 ? {} : { attached }),
    ...(silentFormulas.length === 0 ? {} : { silentFormulas }),
  }
  out.tables.push({
    name,
    start: cells[0]?.start ?? headingStart,
    end: out.length,
    rowCount,
    columnCount,
    cells,
    ...own,
  })
}

import { isWorkbook, type Cell, type SourceDocument, type Table } from '../reading/source-document.ts'
import { addressOf } from '../reading/xlsx/sheet-cells.ts'
import { columnsOf } from '../tables/columns.ts'
import { cellsBeginningIn, type Grid, type GridRow, gridOf } from '../tables/grid.ts'
import type { LedgerField } from '../tables/header-names.ts'
import { type LineKind, partsOf, type SheetPart } from '../tables/sheet-parts.ts'

/** One line of a sheet or table, as two copies of it are compared. */
export interface SheetLine {
  /** The line's number in the table, from 0. */
  readonly index: number
  readonly kind: LineKind | 'title' | 'header'
  /** The cells that begin in the line. */
  readonly cells: readonly Cell[]
  /** By column number: the cell that covers the place, also one merged down from above. */
  readonly at: ReadonlyMap<number, Cell>
}

/** A column of a sheet: its number in the table, its header's words and what it holds. */
export interface SheetColumn {
  readonly index: number
  readonly header: string
  /** What it is called in each of the sheet's tables, where it has a header. */
  readonly names: readonly string[]
  readonly field: LedgerField
}

/** A sheet of a workbook or a table of a document, ready for comparison. */
export interface SheetView {
  /** The sheet's name; for a table of a document “第1个表”. */
  readonly name: string
  readonly table: Table
  readonly lines: readonly SheetLine[]
  readonly columns: readonly SheetColumn[]
  /** True if cells have addresses (B7). */
  readonly isWorkbook: boolean
  /** Where formulas stand that show nothing: “row,column”. */
  readonly silent: ReadonlySet<string>
}

/** True if a formula stands in a line's column, also one that shows nothing. */
export function isFormulaAt({ silent }: SheetView, line: SheetLine, column: number): boolean {
  const cell = line.at.get(column)
  return cell === undefined ? silent.has(`${line.index},${column}`) : cell.formula === true
}

/** Where a cell stands, filled or not. Row and column from 0. */
export interface CellPlace {
  readonly sheet: string
  readonly row: number
  readonly column: number
  /** "B7", for workbooks only. */
  readonly address?: string
}

/** A note or picture of a copy, at its place there. */
export interface AttachedPlace extends CellPlace {
  readonly kind: 'note' | 'picture'
  /** The number of the row it stands in, and what that is about; empty outside the rows. */
  readonly number: string
  readonly about: string
  /** A note's words; empty for a picture. */
  readonly text: string
}

/** Every sheet or table of a document with words in it. */
export function sheetsOf(document: SourceDocument): SheetView[] {
  const isSheets = isWorkbook(document)
  return document.tables
    .filter(({ cells }) => cells.length > 0)
    .map((table, i) => sheetOf(table, table.name ?? `第${i + 1}个表`, isSheets))
}

/** The place of a cell of a sheet. */
export function placeIn({ name, isWorkbook }: SheetView, row: number, column: number): CellPlace {
  return { sheet: name, row, column, ...(isWorkbook ? { address: addressOf(row, column) } : {}) }
}

/** What a column is called for a reader: its header, else its letter or number. */
export function columnName({ columns, isWorkbook }: SheetView, index: number): string {
  const header = columns.find((column) => column.index === index)?.header ?? ''
  const last = header.split('|').at(-1) ?? ''
  if (last !== '') return last
  return isWorkbook ? `${addressOf(0, index).replace(/\d+$/, '')}列` : `第${index + 1}列`
}

function sheetOf(table: Table, name: string, isWorkbook: boolean): SheetView {
  const grid = gridOf(table)
  const silent = new Set(table.silentFormulas?.map(({ row, column }) => `${row},${column}`))
  if (!grid) return { name, table, lines: plainLines(table), columns: plainColumns(table), isWorkbook, silent }
  const parts = partsOf(grid)
  const kinds = new Map<number, SheetLine['kind']>()
  for (const part of parts) {
    for (const { row } of part.titles) kinds.set(row, 'title')
    for (const { row } of part.headerCells) kinds.set(row, 'header')
    for (const { row, kind } of part.body) kinds.set(row.index, kind)
  }
  const lines = grid.rows.map((row) => lineOf(row, grid, kinds.get(row.index) ?? 'row'))
  return { name, table, lines, columns: sheetColumns(grid, parts), isWorkbook, silent }
}

function lineOf(row: GridRow, { columns }: Grid, kind: SheetLine['kind']): SheetLine {
  const at = new Map<number, Cell>()
  for (const [place, cell] of row.places.entries()) {
    const column = columns[place]
    // A cell that reaches over several columns says its words once, where it begins.
    if (cell && column !== undefined && cell.column === column) at.set(column, cell)
  }
  return { index: row.index, kind, cells: cellsBeginningIn(row), at }
}

/** The columns as the part with most lines names them; where it has none, another part may. All their names are kept. */
function sheetColumns(grid: Grid, parts: readonly SheetPart[]): SheetColumn[] {
  const named = new Map<number, SheetColumn>()
  const names = new Map<number, string[]>()
  for (const part of parts.toSorted((a, b) => b.body.length - a.body.length)) {
    for (const { index, header, field } of columnsOf(part)) {
      const all = names.get(index) ?? []
      if (header !== '') names.set(index, [...all, header])
      if (!named.has(index)) named.set(index, { index, header, names: [], field })
    }
  }
  return grid.columns.map((index) => ({
    ...(named.get(index) ?? { index, header: '', field: 'unknown' }),
    names: names.get(index) ?? [],
  }))
}

/** A sheet too wide to be a ledger: lines and columns without any understanding. */
function plainLines({ cells }: Table): SheetLine[] {
  const byRow = Map.groupBy(
    cells.filter(({ text }) => text.trim() !== ''),
    ({ row }) => row,
  )
  return [...byRow]
    .toSorted(([a], [b]) => a - b)
    .map(([index, own]) => ({
      index,
      kind: 'row' as const,
      cells: own,
      at: new Map(own.map((cell) => [cell.column, cell])),
    }))
}

function plainColumns({ cells }: Table): SheetColumn[] {
  const indices = [...new Set(cells.map(({ column }) => column))].toSorted((a, b) => a - b)
  return indices.map((index) => ({ index, header: '', names: [], field: 'unknown' }))
}

import type { ImportMending } from '@duizhao/contract'
import type { Cell, SourceDocument, Table } from '@duizhao/engine'
import { columnNumber } from '@duizhao/engine/wording'

type TypedCell = ImportMending['cells'][number]

/** A workbook with some of its cells typed anew; where nothing stood there is a cell then. The file stays as it is. */
export function withCells(document: SourceDocument, cells: readonly TypedCell[]): SourceDocument {
  if (cells.length === 0) return document
  const bySheet = Map.groupBy(cells, ({ sheet }) => sheet)
  return {
    ...document,
    tables: document.tables.map((table) => (bySheet.get(table.name ?? '') ?? []).reduce(withCell, table)),
  }
}

function withCell(table: Table, { cell: address, text }: TypedCell): Table {
  const { row, column } = placeOf(address)
  const old = table.cells.find((cell) => covers(cell, row, column))
  const { start, end } = old ?? table
  // Neither date nor formula of what stood there.
  const at = old ?? { row, column, rowSpan: 1, columnSpan: 1, address }
  const typed: Cell = {
    ...{ start, end, row: at.row, column: at.column, rowSpan: at.rowSpan, columnSpan: at.columnSpan, text },
    ...(at.address === undefined ? {} : { address: at.address }),
  }
  return {
    ...table,
    rowCount: Math.max(table.rowCount, row + 1),
    columnCount: Math.max(table.columnCount, column + 1),
    cells: [...table.cells.filter((cell) => cell !== old), typed].toSorted(
      (a, b) => a.row - b.row || a.column - b.column,
    ),
  }
}

function covers(cell: Cell, row: number, column: number): boolean {
  const isInRows = row >= cell.row && row < cell.row + cell.rowSpan
  return isInRows && column >= cell.column && column < cell.column + cell.columnSpan
}

/** Row and column of F7, from 0. */
function placeOf(address: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  return { row: Number(digits) - 1, column: columnNumber(letters) }
}

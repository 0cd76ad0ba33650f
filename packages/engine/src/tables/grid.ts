import type { Cell, Table } from '../reading/source-document.ts'

/** One row of a table that holds words. */
export interface GridRow {
  /** The row's number in the table, from 0. */
  readonly index: number
  /** One place per column of the grid: the cell that covers it, null if none does. */
  readonly places: readonly (Cell | null)[]
}

/** A table as rows of equal length. A merged cell stands, as the same object, in every place it covers. */
export interface Grid {
  readonly rows: readonly GridRow[]
  /** The columns' numbers in the table, ascending. */
  readonly columns: readonly number[]
}

/** No ledger people can read is wider; more columns mean a sheet of data. */
const MOST_COLUMNS = 256
const MOST_PLACES = 8_000_000

/**
 * Spreads the cells with words over a grid. Rows and columns in which no such cell begins are left out, so the wide
 * empty columns of Word and the formatted emptiness of Excel disappear; every cell with words keeps its place.
 * Null for a table too wide or too large to be read by people.
 */
export function gridOf(table: Table): Grid | null {
  const cells = table.cells.filter(({ text }) => text.trim() !== '')
  const columns = ascending(cells.map(({ column }) => column))
  const indices = ascending(cells.map(({ row }) => row))
  if (columns.length > MOST_COLUMNS || columns.length * indices.length > MOST_PLACES) return null
  const places = indices.map(() => new Array<Cell | null>(columns.length).fill(null))
  for (const cell of cells) {
    const left = firstNotBefore(columns, cell.column)
    for (let i = firstNotBefore(indices, cell.row); (indices[i] ?? Infinity) < cell.row + cell.rowSpan; i++) {
      for (let j = left; (columns[j] ?? Infinity) < cell.column + cell.columnSpan; j++) put(places[i], j, cell)
    }
  }
  // Where a damaged file lets cells overlap, the place a cell begins at is its own.
  for (const cell of cells) put(places[firstNotBefore(indices, cell.row)], firstNotBefore(columns, cell.column), cell)
  return { rows: indices.map((index, i) => ({ index, places: places[i] ?? [] })), columns }
}

function put(row: (Cell | null)[] | undefined, column: number, cell: Cell): void {
  if (row) row[column] = cell
}

/** The cells of a row from left to right, each once. */
export function cellsOf(row: GridRow): Cell[] {
  return [...new Set(row.places)].filter((cell) => cell !== null)
}

/** The cells that begin in a row: not those merged down from above. */
export function cellsBeginningIn(row: GridRow): Cell[] {
  return cellsOf(row).filter((cell) => cell.row === row.index)
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}

function firstNotBefore(sorted: readonly number[], wanted: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

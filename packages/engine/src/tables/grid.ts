import type { Cell, Table } from '../reading/source-document.ts'

/** A table as rows of equal length; a merged cell stands in every place it covers, an absent one is null. */
export type Grid = readonly (readonly (Cell | null)[])[]

const MOST_COLUMNS = 256

/** Spreads the cells of a table over a grid, without the empty rows and columns at its edges. */
export function gridOf(table: Table): Grid {
  const cells = table.cells.filter(({ text }) => text.trim() !== '')
  const rowCount = Math.max(0, ...cells.map(({ row, rowSpan }) => row + rowSpan))
  const columnCount = Math.min(MOST_COLUMNS, Math.max(0, ...cells.map(({ column, columnSpan }) => column + columnSpan)))
  const grid: (Cell | null)[][] = Array.from({ length: rowCount }, () => new Array<Cell | null>(columnCount).fill(null))
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < Math.min(columnCount, cell.column + cell.columnSpan); column++) {
        const line = grid[row]
        if (line) line[column] = cell
      }
    }
  }
  return grid
}

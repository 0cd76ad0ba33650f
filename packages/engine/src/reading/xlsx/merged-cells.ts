import type { Area, SheetCell } from './sheet-cells.ts'

/** A cell with the area it covers. */
export interface PlacedCell extends SheetCell {
  readonly rowSpan: number
  readonly columnSpan: number
}

/** Made-up areas may be many and wide; real ones cover far less than this many columns in all. */
const MOST_COLUMNS_COVERED = 10_000_000

/**
 * Gives cells the areas they cover and leaves out cells hidden under one. Areas end where the sheet's words end: a
 * title merged over the whole sheet is as wide as the table below it. Cells must be in reading order.
 */
export function placeCells(cells: readonly SheetCell[], areas: readonly Area[]): PlacedCell[] {
  const lastRow = cells.at(-1)?.row ?? 0
  const lastColumn = cells.reduce((most, { column }) => Math.max(most, column), 0)
  const sorted = areas.toSorted((a, b) => a.top - b.top)
  /** By column: the area that reaches down furthest so far. */
  const covering: (Area | undefined)[] = []
  let next = 0
  let columnsLeft = MOST_COLUMNS_COVERED
  const placed: PlacedCell[] = []
  for (const cell of cells) {
    for (let area = sorted[next]; area !== undefined && area.top <= cell.row; area = sorted[++next]) {
      columnsLeft -= area.right - area.left + 1
      if (columnsLeft < 0) break
      for (let column = area.left; column <= Math.min(area.right, lastColumn); column++) covering[column] = area
    }
    const area = covering[cell.column]
    if (area === undefined || area.bottom < cell.row) placed.push({ ...cell, rowSpan: 1, columnSpan: 1 })
    else if (area.top === cell.row && area.left === cell.column) {
      const rowSpan = Math.min(area.bottom, lastRow) - area.top + 1
      placed.push({ ...cell, rowSpan, columnSpan: Math.min(area.right, lastColumn) - area.left + 1 })
    }
  }
  return placed
}

/** One row of a table or sheet in a source: cells between " | ", `<` merged with the cell before, `^` with the cell above. */
export function cellsOf(line: string): string[] {
  return line.split(' | ').map((cell) => cell.trim())
}

/** A merged area, from its first to its last row and column, from 0. */
export interface Merge {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** The areas of more than one cell. */
export function mergesOf(rows: readonly (readonly string[])[]): Merge[] {
  const merges: Merge[] = []
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell === '<' || cell === '^') return
      let columnSpan = 1
      while (cells[column + columnSpan] === '<') columnSpan++
      let rowSpan = 1
      while (rows[row + rowSpan]?.[column] === '^') rowSpan++
      if (columnSpan > 1 || rowSpan > 1) merges.push({ row, column, rowSpan, columnSpan })
    }),
  )
  return merges
}

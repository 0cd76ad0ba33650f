import type { Cell, SourceDocument, Table } from '../../reading/source-document.ts'

/** A cell as drawn, or with the date a workbook knows of it. */
export interface DrawnDate {
  readonly shown: string
  readonly date: string
}

/** A document with one table in it, as the readers of Word and Excel files make it. */
export interface DrawnTable {
  readonly table: Table
  readonly text: string
  readonly document: SourceDocument
}

/**
 * A table drawn in lines, cells between "|": `<` continues the cell to the left, `^` the one above, "⏎" is a line
 * break inside a cell, "\|" does not end one. Dates stand in `dates` under the words that are shown.
 */
export function drawTable(lines: readonly string[], dates: readonly DrawnDate[] = []): DrawnTable {
  const rows = lines.map((line) => line.split('|').map((cell) => cell.trim().replaceAll('⏎', '\n')))
  const cells: Cell[] = []
  const owner = new Map<string, number>()
  let text = ''
  rows.forEach((row, r) => {
    row.forEach((words, c) => {
      if (c > 0) text += '\t'
      const covering =
        words === '<' ? owner.get(`${r} ${c - 1}`) : words === '^' ? owner.get(`${r - 1} ${c}`) : undefined
      const above = covering === undefined ? undefined : cells[covering]
      if (covering !== undefined && above) {
        cells[covering] = {
          ...above,
          rowSpan: r - above.row + 1,
          columnSpan: Math.max(above.columnSpan, c - above.column + 1),
        }
        owner.set(`${r} ${c}`, covering)
        return
      }
      const date = dates.find(({ shown }) => shown === words)?.date
      const span = { start: text.length, end: text.length + words.length }
      owner.set(`${r} ${c}`, cells.length)
      cells.push({
        row: r,
        column: c,
        rowSpan: 1,
        columnSpan: 1,
        text: words,
        ...span,
        address: addressOf(r, c),
        ...(date ? { date } : {}),
      })
      text += words
    })
    text += '\n'
  })
  const columnCount = Math.max(0, ...rows.map((row) => row.length))
  const table = { start: 0, end: text.length, rowCount: rows.length, columnCount, cells }
  return {
    table,
    text,
    document: { name: '台账.xlsx', format: 'xlsx', text, paragraphs: [], tables: [table], notes: [] },
  }
}

/** "B7" for row 6, column 1. */
function addressOf(row: number, column: number): string {
  const letters = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`
  return `${letters}${row + 1}`
}

/** The table alone. */
export function tableOf(...lines: readonly string[]): Table {
  return drawTable(lines).table
}

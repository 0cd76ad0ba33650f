import type { Span } from '../span.ts'
import type { Cell, Table } from './source-document.ts'

interface Line extends Span {
  readonly words: string
}

const FEWEST_ROWS = 2
/** Two columns may be an indented list: a table has three, or goes on for longer. */
const FEWEST_ROWS_OF_TWO = 4
const MARK = /^(?:\d{1,2}[.．、)）]|[（(][\d一二三四五六七八九十]{1,3}[)）]|[①-⑳])/

/**
 * How many lines from `index` on are a table that lost its lines: rows parted by tabs into equally many cells, a cell of
 * several lines breaking its row. 0 if none is.
 */
export function tabbedLines(text: string, lines: readonly Line[], index: number): number {
  const columns = tabsIn(lines[index]) + 1
  if (columns < 2) return 0
  let [end, rows, tabs] = [index + 1, 1, columns - 1]
  for (; isNext(text, lines[end - 1], lines[end]); end += 1) {
    const more = tabsIn(lines[end])
    if (tabs + more < columns && (tabs < columns - 1 || MARK.test(lines[end]?.words ?? ''))) tabs += more
    else if (more > 0 && tabs === columns - 1 && more < columns) [rows, tabs] = [rows + 1, more]
    else break
  }
  const isWhole = tabs === columns - 1
  return isWhole && rows >= (columns > 2 ? FEWEST_ROWS : FEWEST_ROWS_OF_TWO) ? end - index : 0
}

function tabsIn(line: Line | undefined): number {
  return line === undefined ? 0 : line.words.split('\t').length - 1
}

function isNext(text: string, before: Line | undefined, after: Line | undefined): boolean {
  return before !== undefined && after !== undefined && !/\n\s*\n/.test(text.slice(before.end, after.start))
}

/** The table of such lines. */
export function tabbedTable(text: string, lines: readonly Line[]): Table {
  const columnCount = tabsIn(lines[0]) + 1
  const cells: Cell[] = []
  let [row, column] = [0, 0]
  const open: Span[] = []
  const close = (): void => {
    const [first] = open
    const last = open.at(-1)
    if (first && last) cells.push(cellOf(text, { start: first.start, end: last.end }, row, column))
    open.length = 0
  }
  for (const [i, line] of lines.entries()) {
    const tabs = tabsIn(line)
    if (i > 0 && column + tabs >= columnCount) {
      close()
      ;[row, column] = [row + 1, 0]
    }
    let at = line.start
    for (const [n, field] of line.words.split('\t').entries()) {
      if (n > 0) {
        close()
        column += 1
      }
      open.push({ start: at, end: at + field.length })
      at += field.length + 1
    }
  }
  close()
  return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0, rowCount: row + 1, columnCount, cells }
}

function cellOf(text: string, { start, end }: Span, row: number, column: number): Cell {
  const words = text.slice(start, end)
  const shown = words.trim()
  const from = start + (shown === '' ? 0 : words.indexOf(shown))
  const lines = shown.split('\n').map((line) => line.trim())
  return { row, column, rowSpan: 1, columnSpan: 1, text: lines.join('\n'), start: from, end: from + shown.length }
}

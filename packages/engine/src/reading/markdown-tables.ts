import type { Span } from '../span.ts'
import { stripMarkup } from './markup.ts'
import { linesOfText } from './plain-text.ts'
import type { Cell, Table } from './source-document.ts'

/** True for the line under a pipe table's header, `|---|:-:|`. */
export function isRuleRow(words: string): boolean {
  return /^[\s:|-]+$/.test(words) && words.includes('-') && words.includes('|')
}

/** A pipe table from the spans of its rows, the rule row left out; empty rows at the top, as converters write them, too. */
export function pipeTable(text: string, rows: readonly Span[]): Table {
  const cellsOfRows = rows.map((row) => cellSpans(text, row))
  const first = cellsOfRows.findIndex((spans) => spans.some(({ start, end }) => end > start))
  const filled = first < 0 ? [] : cellsOfRows.slice(first)
  const cells = filled.flatMap((spans, row) =>
    spans.map((span, column): Cell => ({
      ...span,
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text: shownText(text, span),
    })),
  )
  const columnCount = filled.reduce((most, { length }) => Math.max(most, length), 0)
  return { start: rows[0]?.start ?? 0, end: rows.at(-1)?.end ?? 0, rowCount: filled.length, columnCount, cells }
}

/** The spans between a row's bars, without the white space at their ends; an empty cell has an empty span. */
function cellSpans(text: string, row: Span): Span[] {
  const spans: Span[] = []
  const last = text.charAt(row.end - 1) === '|' && text.charAt(row.end - 2) !== '\\' ? row.end - 1 : row.end
  let start = text.charAt(row.start) === '|' ? row.start + 1 : row.start
  for (let i = start; i <= last; i++) {
    if (i < last && (text.charAt(i) !== '|' || text.charAt(i - 1) === '\\')) continue
    spans.push(trimmed(text, { start, end: i }))
    start = i + 1
  }
  return spans
}

/**
 * An HTML table, the `<table` of which stands at `start`. Merged cells are placed as a browser would. Null if it does
 * not end or another table stands inside it.
 */
export function htmlTable(text: string, start: number): Table | null {
  const end = endOfTable(text, start)
  if (end === null) return null
  const cells: Cell[] = []
  /** For each column the first row that no cell from above reaches into. */
  const freeFrom: number[] = []
  let row = -1
  let column = 0
  const tag = /<(tr|td|th)(?:\s([^<>]{0,500}))?>/gi
  tag.lastIndex = start
  for (let match = tag.exec(text); match && match.index < end; match = tag.exec(text)) {
    const isRow = match[1]?.toLowerCase() === 'tr'
    if (isRow || row < 0) {
      row++
      column = 0
    }
    while ((freeFrom[column] ?? 0) > row) column++
    if (isRow || column >= MOST_COLUMNS) continue
    const rowSpan = spanCount(match[2], 'rowspan')
    const columnSpan = spanCount(match[2], 'colspan')
    for (let c = column; c < column + columnSpan; c++) freeFrom[c] = row + rowSpan
    const span = contentOf(text, { start: tag.lastIndex, end })
    cells.push({ ...span, row, column, rowSpan, columnSpan, text: shownText(text, span) })
    column += columnSpan
  }
  const rowCount = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0)
  return { start, end, rowCount, columnCount: freeFrom.length, cells }
}

/** Where the table that begins at `start` ends, looking no further than the next table, so that no text is looked through twice. */
function endOfTable(text: string, start: number): number | null {
  const sign = /<table\b|<\/table\s{0,9}>/gi
  sign.lastIndex = start + 1
  return sign.exec(text)?.[0].startsWith('</') ? sign.lastIndex : null
}

const MOST_COLUMNS = 500
const LARGEST_SPAN = 200

function spanCount(attributes: string | undefined, name: string): number {
  const found = Number(
    new RegExp(String.raw`\b${name}\s{0,3}=\s{0,3}["']?(\d{1,4})`, 'i').exec(attributes ?? '')?.[1] ?? 1,
  )
  return Math.min(Math.max(found, 1), LARGEST_SPAN)
}

/** The words from behind a cell's tag to the next tag of the table's own, without the white space at their ends. */
function contentOf(text: string, { start, end }: Span): Span {
  const next = /<\/?(?:t[rdh]|tbody|thead|tfoot|table)\b/gi
  next.lastIndex = start
  return trimmed(text, { start, end: Math.min(next.exec(text)?.index ?? end, end) })
}

/** A cell's words as shown: its visible lines joined with "\n". */
function shownText(text: string, span: Span): string {
  const { plain } = stripMarkup(text, span)
  return Array.from(linesOfText(plain), ({ words }) => words).join('\n')
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return words.trim() === '' ? { start, end: start } : { start: from, end: from + words.trim().length }
}

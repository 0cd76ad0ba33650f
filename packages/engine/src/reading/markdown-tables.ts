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
    spans.map((span, column): Cell => ({ ...span, row, column, rowSpan: 1, columnSpan: 1, text: shownText(text, span) })),
  )
  const columnCount = Math.max(0, ...filled.map(({ length }) => length))
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
  const close = /<\/table\s*>/gi
  close.lastIndex = start
  const end = close.exec(text) ? close.lastIndex : -1
  if (end < 0 || /<table/i.test(text.slice(start + 6, end))) return null
  const taken = new Set<string>()
  const cells: Cell[] = []
  let row = -1
  let column = 0
  const tag = /<(tr|td|th)(?:\s([^<>]{0,500}))?>/gi
  tag.lastIndex = start
  for (let match = tag.exec(text); match && match.index < end; match = tag.exec(text)) {
    if (match[1]?.toLowerCase() === 'tr' || row < 0) {
      row++
      column = 0
      if (match[1]?.toLowerCase() === 'tr') continue
    }
    while (taken.has(`${row} ${column}`)) column++
    const rowSpan = spanCount(match[2], 'rowspan')
    const columnSpan = spanCount(match[2], 'colspan')
    for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) taken.add(`${r} ${c}`)
    const span = contentOf(text, { start: tag.lastIndex, end })
    cells.push({ ...span, row, column, rowSpan, columnSpan, text: shownText(text, span) })
    column += columnSpan
  }
  const rowCount = Math.max(0, ...cells.map((cell) => cell.row + cell.rowSpan))
  const columnCount = Math.max(0, ...cells.map((cell) => cell.column + cell.columnSpan))
  return { start, end, rowCount, columnCount, cells }
}

const LARGEST_SPAN = 200

function spanCount(attributes: string | undefined, name: string): number {
  const found = Number(new RegExp(String.raw`\b${name}\s{0,3}=\s{0,3}["']?(\d{1,4})`, 'i').exec(attributes ?? '')?.[1] ?? 1)
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

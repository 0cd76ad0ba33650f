import { stripMarkup } from './markup.ts'
import { decodeText, linesOfText } from './plain-text.ts'
import type { Cell, Paragraph, SourceDocument, Table, Unreadable } from './source-document.ts'
import { unreadable } from './unreadable.ts'

/** Converters write Markdown into .txt files too: several lines headed with # or bold as a whole tell. */
export function looksLikeMarkdown(text: string): boolean {
  return (text.match(/^(?:#{1,6} \S|\*\*[^*\n]{2,60}\*\*\s*$)/gm)?.length ?? 0) >= 2
}

/** A .md file: the decoded file unchanged, one paragraph a line, pipe tables as tables. */
export function readMarkdown(bytes: Uint8Array, name: string): SourceDocument | Unreadable {
  const text = decodeText(bytes)
  if (text === null) return unreadable(name, 'unsupported', '不是文字文件，内容无法识别')
  if (text.trim() === '') return unreadable(name, 'empty', '里面没有文字')
  const paragraphs: Paragraph[] = []
  const tables: Table[] = []
  let rows: PipeRow[] = []
  const closeTable = (): void => {
    if (rows.length > 1 && rows.some((row) => row.isRule)) tables.push(tableOf(text, rows))
    rows = []
  }
  for (const { start, end, words } of linesOfText(text)) {
    if (words.startsWith('|') && words.endsWith('|') && words.length > 2) {
      const row = { start, end, isRule: /^\|[\s:|-]+\|$/.test(words) }
      rows.push(row)
      if (!row.isRule) paragraphs.push({ start, end, style: 'cell' })
      continue
    }
    closeTable()
    const level = /^#{1,6}(?=\s|[^#\s])/.exec(words)?.[0].length
    const bold = isBold(words.replace(/^#+\s*/, ''))
    paragraphs.push({ start, end, style: level ? 'heading' : 'body', ...(level ? { level } : {}), ...(bold ? { bold } : {}) })
  }
  closeTable()
  return { name, format: 'md', text, paragraphs, tables, notes: [] }
}

interface PipeRow {
  readonly start: number
  readonly end: number
  readonly isRule: boolean
}

/** True if the whole line stands between bold signs, also where a converter closed and reopened them. */
function isBold(words: string): boolean {
  if (!words.startsWith('**') || !words.endsWith('**') || words.length < 5) return false
  return words.split('**').every((piece, i) => i % 2 === 1 || piece.trim() === '')
}

function tableOf(text: string, rows: readonly PipeRow[]): Table {
  const cells: Cell[] = []
  let columnCount = 0
  for (const [row, line] of rows.filter(({ isRule }) => !isRule).entries()) {
    const found = cellSpans(text, line)
    columnCount = Math.max(columnCount, found.length)
    for (const [column, span] of found.entries()) {
      cells.push({ ...span, row, column, rowSpan: 1, columnSpan: 1, text: stripMarkup(text, span).plain.trim() })
    }
  }
  const rowCount = rows.filter(({ isRule }) => !isRule).length
  return { start: rows[0]?.start ?? 0, end: rows.at(-1)?.end ?? 0, rowCount, columnCount, cells }
}

function cellSpans(text: string, row: PipeRow): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  let start = row.start + 1
  for (let i = start; i < row.end; i++) {
    if (text.charAt(i) !== '|' || text.charAt(i - 1) === '\\') continue
    const words = text.slice(start, i)
    const lead = words.length - words.trimStart().length
    spans.push(words.trim() === '' ? { start, end: start } : { start: start + lead, end: start + lead + words.trim().length })
    start = i + 1
  }
  return spans
}

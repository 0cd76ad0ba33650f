import type { Span } from '../span.ts'
import { CHINESE_NUMERAL } from '../wording/chinese-number.ts'
import { LEADING_NUMBER } from '../wording/leading-number.ts'
import type { Paragraph, SourceDocument, Table, Unreadable } from './source-document.ts'
import { decodeText } from './text-encoding.ts'
import { unreadable } from './unreadable.ts'
import { tabbedLines, tabbedTable } from './tabbed-tables.ts'
import { joinWrapped } from './wrapped-lines.ts'

/** A line of a text: its span leaves out the break and the white space (also U+3000) at both ends. */
export interface TextLine extends Span {
  readonly words: string
}

/** The lines of a text that are not blank. */
export function* linesOfText(text: string, within: Span = { start: 0, end: text.length }): Generator<TextLine> {
  const line = /[^\r\n\u2028\u2029]+/g
  line.lastIndex = within.start
  for (let match = line.exec(text); match && match.index < within.end; match = line.exec(text)) {
    const found = text.slice(match.index, Math.min(line.lastIndex, within.end))
    const words = found.trim()
    if (words === '') continue
    const start = match.index + found.indexOf(words)
    yield { start, end: start + words.length, words }
  }
}

/** A file decoded, with a note if some of it could not be; an `Unreadable` if it is not text or has none. */
export function textOfFile(bytes: Uint8Array, name: string): { text: string; notes: string[] } | Unreadable {
  const decoded = decodeText(bytes)
  if (!decoded) return unreadable(name, 'unsupported', '不是文字文件，内容无法识别')
  if (decoded.text.trim() === '') return unreadable(name, 'empty', '里面没有文字')
  const { text, undecoded } = decoded
  return { text, notes: undecoded > 0 ? [`有 ${undecoded} 处字符无法识别，文件可能不完整。`] : [] }
}

/** A .txt file: the decoded file unchanged, one paragraph a line, or a run of lines that were broken at a fixed width. */
export function readPlainText(bytes: Uint8Array, name: string): SourceDocument | Unreadable {
  const file = textOfFile(bytes, name)
  if ('reason' in file) return file
  const lines = [...linesOfText(file.text)]
  const groups = joinWrapped(lines, file.text)
  const joined = groups?.map(joinLines) ?? lines
  const { tables, rows } = groups ? NO_TABLES : tablesAmong(file.text, lines)
  const titles = titleLines(joined)
  const paragraphs = joined.map((line, i): Paragraph => ({
    start: line.start,
    end: line.end,
    style: rows.has(i) ? 'cell' : i < titles ? 'title' : 'body',
  }))
  const wrapped = groups ? { wrapped: true as const } : {}
  return { name, format: 'txt', text: file.text, paragraphs, tables, notes: file.notes, ...wrapped }
}

interface TablesAmong {
  readonly tables: readonly Table[]
  /** Which of the lines are rows of theirs. */
  readonly rows: ReadonlySet<number>
}

const NO_TABLES: TablesAmong = { tables: [], rows: new Set() }

function tablesAmong(text: string, lines: readonly TextLine[]): TablesAmong {
  const tables: Table[] = []
  const rows = new Set<number>()
  for (let i = 0; i < lines.length;) {
    const count = tabbedLines(text, lines, i)
    if (count > 0) tables.push(tabbedTable(text, lines.slice(i, i + count)))
    for (let row = 0; row < count; row += 1) rows.add(i + row)
    i += Math.max(1, count)
  }
  return { tables, rows }
}

function joinLines(lines: readonly TextLine[]): TextLine {
  const [first] = lines
  return {
    start: first?.start ?? 0,
    end: lines.at(-1)?.end ?? 0,
    words: lines.map(({ words }) => words).join(''),
  }
}

const LONGEST_TITLE_LINE = 40
const MOST_TITLE_LINES = 4
/** Headings of parts, 一是, and what is dated or numbered in figures (2024.3.1, 1.1) are no title either. */
const NUMBERED = new RegExp(`^(?:${LEADING_NUMBER}|第?${CHINESE_NUMERAL}+[、部章是]|\\d+[.．])`)

/** How many lines at the top are the title: short, unnumbered, without a sentence's punctuation, before running text. */
function titleLines(lines: readonly TextLine[]): number {
  const end = lines.findIndex(
    ({ words }) => words.length > LONGEST_TITLE_LINE || /[。，；：！？,;:]/.test(words) || NUMBERED.test(words),
  )
  return end <= MOST_TITLE_LINES ? Math.max(end, 0) : 0
}

import type { Span } from '../span.ts'
import { htmlTable, isRuleRow, pipeTable } from './markdown-tables.ts'
import { stripMarkup } from './markup.ts'
import { linesOfText, textOfFile, type TextLine } from './plain-text.ts'
import type { Paragraph, SourceDocument, Table, Unreadable } from './source-document.ts'
import { tabbedLines, tabbedTable } from './tabbed-tables.ts'

/** Converters write Markdown into .txt files too: several lines headed with # or bold as a whole tell, or a table. */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.match(/^(?:#{1,6} \S|\*\*[^*\n]{2,60}\*\*[ \t]*$)/gm)?.length ?? 0
  return lines >= 2 || /^\|(?:[ \t]?:?-{2,40}:?[ \t]?\|){2,40}[ \t]*$/m.test(text)
}

/**
 * A .md file: the decoded file unchanged, one paragraph a line; lines that show nothing (`#`, `---`, the rule under a
 * table's header) are left out. Pipe tables and HTML tables become tables; an HTML table has one paragraph for each
 * line of each cell.
 */
export function readMarkdown(bytes: Uint8Array, name: string): SourceDocument | Unreadable {
  const file = textOfFile(bytes, name)
  if ('reason' in file) return file
  const { text, notes } = file
  const lines = [...linesOfText(text)]
  const paragraphs: Paragraph[] = []
  const tables: Table[] = []
  for (let i = 0; i < lines.length;) {
    const block =
      htmlBlock(text, lines, i) ??
      pipeBlock(text, lines, i) ??
      tabbedBlock(text, lines, i) ??
      headedBlock(text, lines, i)
    for (const paragraph of block.paragraphs) paragraphs.push(paragraph)
    if (block.table) tables.push(block.table)
    i += block.lineCount
  }
  return { name, format: 'md', text, paragraphs, tables, notes }
}

interface Block {
  readonly lineCount: number
  readonly paragraphs: readonly Paragraph[]
  readonly table?: Table
}

/** An HTML table that begins a line; the words round it on its lines belong to no paragraph. */
function htmlBlock(text: string, lines: readonly TextLine[], index: number): Block | null {
  const line = lines[index]
  const table = line && /^<table\b/i.test(line.words) ? htmlTable(text, line.start) : null
  if (!table) return null
  let after = index + 1
  while ((lines[after]?.start ?? table.end) < table.end) after++
  const paragraphs = table.cells.flatMap((cell) =>
    Array.from(linesOfText(text, cell), ({ start, end }): Paragraph => ({ start, end, style: 'cell' })),
  )
  return {
    lineCount: after - index,
    paragraphs: paragraphs.filter((paragraph) => isVisible(text, paragraph)),
    table,
  }
}

/** Rows between bars, or a header with a rule row under it and what follows with bars in it; at least two rows. */
function pipeBlock(text: string, lines: readonly TextLine[], index: number): Block | null {
  const hasRule = isRuleRow(lines[index + 1]?.words ?? '') && (lines[index]?.words.includes('|') ?? false)
  const isRow = (line: TextLine | undefined): boolean =>
    line !== undefined && (hasRule ? line.words.includes('|') : /^\|.{1,}\|$/.test(line.words))
  let end = index
  while (isRow(lines[end]) && (end === index || isNextLine(text, lines[end - 1], lines[end]))) end++
  if (end - index < 2) return null
  const rows = lines.slice(index, end).filter(({ words }) => !isRuleRow(words))
  const paragraphs = rows
    .filter(({ words }) => /[^|\s]/.test(words))
    .map(({ start, end: to }): Paragraph => ({ start, end: to, style: 'cell' }))
  return { lineCount: end - index, paragraphs, table: pipeTable(text, rows) }
}

function tabbedBlock(text: string, lines: readonly TextLine[], index: number): Block | null {
  const lineCount = tabbedLines(text, lines, index)
  if (lineCount === 0) return null
  const rows = lines.slice(index, index + lineCount)
  return {
    lineCount,
    paragraphs: rows.map(({ start, end }) => ({ start, end, style: 'cell' })),
    table: tabbedTable(text, rows),
  }
}

const LONGEST_SETEXT_HEADING = 60

/** One line, with the `===` or `---` under it that makes it a heading. */
function headedBlock(text: string, lines: readonly TextLine[], index: number): Block {
  const line = lines[index]
  if (!line || isThematicBreak(line.words) || !isVisible(text, line)) return { lineCount: 1, paragraphs: [] }
  const { start, end, words } = line
  const next = lines[index + 1]
  const underline = isNextLine(text, line, next) ? (/^(=|-)\1+$/.exec(next?.words ?? '')?.[1] ?? '') : ''
  const isSetext =
    underline !== '' && words.length <= LONGEST_SETEXT_HEADING && !words.startsWith('#') && !words.endsWith('。')
  const level = isSetext ? (underline === '=' ? 1 : 2) : /^#{1,6}(?=\s|[^#\s])/.exec(words)?.[0].length
  const bold = isBold(words.replace(/^#+\s*/, ''))
  const paragraph: Paragraph = {
    start,
    end,
    style: level ? 'heading' : 'body',
    ...(level ? { level } : {}),
    ...(bold ? { bold } : {}),
  }
  return { lineCount: isSetext ? 2 : 1, paragraphs: [paragraph] }
}

/** True if no blank line stands between the two lines. */
function isNextLine(text: string, line: Span | undefined, next: Span | undefined): boolean {
  return line !== undefined && next !== undefined && (text.slice(line.end, next.start).match(/\n/g)?.length ?? 0) <= 1
}

function isThematicBreak(words: string): boolean {
  return /^(?:-[ \t]?){3,}$|^(?:\*[ \t]?){3,}$|^={3,}$/.test(words)
}

function isVisible(text: string, span: Span): boolean {
  return stripMarkup(text, span).plain.trim() !== ''
}

/** True if the whole line stands between bold signs, also where a converter closed and reopened them. */
function isBold(words: string): boolean {
  if (!words.startsWith('**') || !words.endsWith('**') || words.length < 5) return false
  return words.split('**').every((piece, i) => i % 2 === 1 || piece.trim() === '')
}

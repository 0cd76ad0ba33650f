/** What a marked body looks like in each form of file: the body as its text will read, and the bytes that hold it. */
import { encodeGb18030, encodeUtf16 } from './encoding.ts'
import { writeDocx } from './docx.ts'
import { withoutMarks } from './source.ts'
import type { Source } from './source.ts'
import { cellsOf } from './table-rows.ts'
import { writeXlsx } from './xlsx.ts'
import type { Sheet } from './xlsx.ts'
import { shownDate } from './xlsx-date.ts'
import { toWordMarkdown } from './word-markdown.ts'

/** The marked body as the engine will read it from a file of the source's form. */
export function readableBody(source: Source, body: string): string {
  const form = source.header.get('form') ?? 'txt'
  if (form === 'md-word') return toWordMarkdown(body)
  if (form === 'docx') return docxText(source, body)
  if (form === 'xlsx')
    return sheetsOf(body)
      .map(({ name, rows }) => [name, ...rows.map(rowText)].join('\n'))
      .join('\n')
  const indented = source.header.get('indent') === 'yes' ? body.replace(/^(?=.)/gm, '　　') : body
  return source.header.get('newline') === 'crlf' ? indented.replaceAll('\n', '\r\n') : indented
}

/** The bytes of the file. `text` is `readableBody` without its marks. */
export function fileBytes(source: Source, body: string, text: string): Uint8Array {
  const form = source.header.get('form') ?? 'txt'
  if (form === 'txt-gb18030') return encodeGb18030(text)
  if (form === 'txt-utf16') return encodeUtf16(text)
  if (form === 'xlsx')
    return writeXlsx(
      sheetsOf(body).map(({ name, rows }) => ({ name, rows: rows.map((cells) => cells.map(withoutMarks)) })),
    )
  if (form !== 'docx') return new TextEncoder().encode(text)
  return writeDocx(
    body
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '')
      .map(withoutMarks),
    {
      autoNumbering: source.header.get('numbering') === 'auto',
      trackedChanges: source.header.get('tracked') === 'yes',
      labelSuffix: source.header.get('suffix') === 'tab' ? 'tab' : 'nothing',
      textbox: source.header.get('textbox'),
      footnote: source.header.get('footnote'),
    },
  )
}

/** Paragraphs joined with a line break, a table's cells with a tab; a soft line break is a line break. */
function docxText(source: Source, body: string): string {
  const suffix = source.header.get('suffix') === 'tab' ? '\t' : ''
  let inTable = false
  const lines: string[] = []
  for (const line of body.trimEnd().split('\n')) {
    if (line === '[table]' || line === '[/table]') inTable = line === '[table]'
    else if (inTable) lines.push(rowText(cellsOf(line)))
    else if (line !== '')
      lines.push(
        line
          .replace(/^# /, '')
          .replaceAll('↵', '\n')
          .replace(/^((?:⟨[^⟩]*⟩)*)(\d+\.)/, `$1$2${suffix}`),
      )
  }
  const note = source.header.get('footnote')
  return lines.join('\n') + (note === undefined ? '' : `\n${note}`)
}

/** A merged cell's words stand once, where it begins. */
function rowText(cells: readonly string[]): string {
  return cells
    .filter((cell) => cell !== '<' && cell !== '^')
    .map((cell) => cell.replace(/\{(\d{4}-\d{2}-\d{2})\}/, (_, date: string) => shownDate(date)))
    .join('\t')
}

function sheetsOf(body: string): Sheet[] {
  const sheets: Sheet[] = []
  for (const line of body.trimEnd().split('\n')) {
    const [, name] = /^\[sheet (.+)\]$/.exec(line) ?? []
    if (name !== undefined) sheets.push({ name, rows: [] })
    else sheets.at(-1)?.rows.push(cellsOf(line))
  }
  return sheets
}

import type { SourceDocument } from './source-document.ts'
import { laidOutSheets } from './sheets.ts'
import { ReadingRefusal } from './refusal.ts'
import { decodeText } from './text-encoding.ts'
import { columnLimit, sheetNameOf, type WordCell } from './word-cells.ts'

const DELIMITERS = [',', '\t', ';', '|', '，', '；'] as const
type Delimiter = (typeof DELIMITERS)[number]
/** Enough lines to tell the delimiter by. */
const LINES_LOOKED_AT = 50
const MOST_CELLS = 2_000_000

/**
 * Reads a table written as lines of text (.csv, .tsv; RFC 4180, with the delimiters and encodings that programs here
 * write) as a workbook of one sheet. Throws a `ReadingRefusal`.
 */
export function readDelimited(bytes: Uint8Array, name: string): SourceDocument {
  const decoded = decodeText(bytes)
  if (!decoded) throw new ReadingRefusal('unsupported', '不是文字文件，内容无法识别')
  const { text } = decoded
  const announced = /^sep=(.)\r?\n/i.exec(text)
  const body = announced ? text.slice(announced[0].length) : text
  const delimiter = announced?.[1] ?? delimiterOf(body) ?? ','
  const cells = cellsOf(body, delimiter)
  const document = laidOutSheets([{ name: sheetNameOf(name), isHidden: false, cells, areas: [] }], {
    name,
    format: 'csv',
  })
  return decoded.undecoded === 0
    ? document
    : { ...document, notes: [...document.notes, `有 ${decoded.undecoded} 处字符无法识别，文件可能不完整。`] }
}

/** The delimiter that parts the lines into the same number of fields, at least two; undefined if there is none. */
export function delimiterOf(text: string): Delimiter | undefined {
  const sample = text.slice(0, 64_000)
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }))
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score > 0 ? best.delimiter : undefined
}

/** Share of the lines that have as many fields as most have, the more fields the better; 0 if most have one. */
function evenness(sample: string, delimiter: Delimiter): number {
  const counts: number[] = []
  for (const { fields } of linesOf(sample, delimiter)) {
    if (fields.some((field) => field.trim() !== '')) counts.push(fields.length)
    if (counts.length === LINES_LOOKED_AT) break
  }
  const usual = [...Map.groupBy(counts, (count) => count)].reduce(
    (most, [count, own]) => (own.length > most.times ? { count, times: own.length } : most),
    { count: 1, times: 0 },
  )
  return usual.count < 2 ? 0 : usual.times / counts.length + usual.count / 10_000
}

function cellsOf(text: string, delimiter: string): WordCell[] {
  const cells: WordCell[] = []
  for (const { row, fields } of linesOf(text, delimiter)) {
    for (const [column, field] of fields.entries()) {
      const words = field.replaceAll('\r\n', '\n').trim()
      if (words === '' || column >= columnLimit) continue
      cells.push({ row, column, text: words })
      if (cells.length > MOST_CELLS)
        throw new ReadingRefusal('too_large', '有内容的单元格超过 200 万个，没有读取', '请拆分后再试')
    }
  }
  return cells
}

/** Lines of fields; quoted ones may hold delimiters, line breaks and doubled quotes, and end with the text if never closed. */
function* linesOf(text: string, delimiter: string): Generator<{ row: number; fields: string[] }> {
  let fields: string[] = []
  let row = 0
  for (let at = 0; at < text.length;) {
    const { field, end } = text.charAt(at) === '"' ? quotedField(text, at, delimiter) : bareField(text, at, delimiter)
    fields.push(field)
    if (end < text.length && text.charAt(end) === delimiter) {
      at = end + 1
      if (at < text.length) continue
    } else at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    yield { row: row++, fields }
    fields = []
  }
}

function bareField(text: string, start: number, delimiter: string): { field: string; end: number } {
  let end = start
  while (end < text.length && !isEnd(text.charAt(end), delimiter)) end++
  return { field: text.slice(start, end), end }
}

function quotedField(text: string, start: number, delimiter: string): { field: string; end: number } {
  let field = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return { field: field + text.slice(from), end: text.length }
    field += text.slice(from, quote)
    if (text.charAt(quote + 1) !== '"') {
      const rest = bareField(text, quote + 1, delimiter)
      return { field: field + rest.field, end: rest.end }
    }
    field += '"'
    from = quote + 2
  }
}

function isEnd(char: string, delimiter: string): boolean {
  return char === delimiter || char === '\n' || char === '\r'
}

import { characterOf, ENTITY } from './entities.ts'
import { isWorkbookName } from './extensions.ts'
import { layOut, type Block, type CellBlock, type ParagraphBlock } from './lay-out.ts'
import { ReadingRefusal } from './refusal.ts'
import { laidOutSheets, type Sheet } from './sheets.ts'
import type { SourceDocument } from './source-document.ts'
import { decodeText } from './text-encoding.ts'
import { columnLimit, sheetNameOf, type WordCell } from './word-cells.ts'
import type { Area } from './xlsx/sheet-cells.ts'

/** A piece of a page: words or a tag. */
interface Token {
  readonly words: string
  /** In lower case, with "/" in front of an end tag; '' for words. */
  readonly tag: string
  readonly attributes: string
}

const BLOCK_TAGS =
  /^\/?(?:p|div|h[1-6]|li|ul|ol|br|hr|body|blockquote|section|article|header|footer|dt|dd|pre|center|title|caption)$/
/** Tags whose contents are not text. */
const SILENT = ['script', 'style', 'head', 'noscript', 'xml', 'template', 'rt', 'rp']
/**
 * Reads a web page, which many office systems save as .doc or .xls: its paragraphs, headings and tables (a table in a
 * cell becomes paragraphs of the cell). One that is to be a workbook becomes one sheet, as Excel opens it. Throws a
 * `ReadingRefusal`.
 */
export function readHtml(bytes: Uint8Array, name: string): SourceDocument {
  const decoded = decodeText(bytes)
  if (!decoded) throw new ReadingRefusal('damaged')
  const blocks = blocksOfPage(decoded.text)
  const notes = /\.html?$/i.test(name) ? [] : ['文件内容其实是网页（HTML），只读取了其中的文字和表格。']
  if (isForExcel(decoded.text, name) && blocks.some((block) => 'rows' in block)) {
    return { ...laidOutSheets([sheetOf(blocks, sheetNameOf(name))], { name, format: 'html' }), notes }
  }
  const built = layOut(blocks)
  if (built.text.trim() === '') throw new ReadingRefusal('empty', '里面没有文字')
  return { name, format: 'html', ...built, notes }
}

function isForExcel(text: string, name: string): boolean {
  return isWorkbookName(name) || /office:excel["']|Excel\.Sheet/.test(text.slice(0, 4000))
}

/** Paragraphs in one cell each and the rows of tables, one under the other. */
function sheetOf(blocks: readonly Block[], name: string): Sheet {
  const cells: WordCell[] = []
  const areas: Area[] = []
  let top = 0
  for (const block of blocks) {
    if (!('rows' in block)) {
      cells.push({ row: top++, column: 0, text: block.words })
      continue
    }
    for (const [i, row] of block.rows.entries()) {
      for (const cell of row) {
        const place = { row: top + i, column: cell.column }
        const text = cell.paragraphs.map(({ words }) => words).join('\n')
        if (text === '' || cell.column >= columnLimit) continue
        cells.push({ ...place, text })
        if (cell.rowSpan + cell.columnSpan === 2) continue
        areas.push({
          top: place.row,
          left: place.column,
          bottom: place.row + cell.rowSpan - 1,
          right: place.column + cell.columnSpan - 1,
        })
      }
    }
    top += block.rows.length
  }
  return { name, isHidden: false, cells, areas }
}

/** The paragraphs and tables of a page, or of a piece of one. */
export function blocksOfPage(text: string): Block[] {
  const blocks: Block[] = []
  const rows: CellBlock[][] = []
  /** For each column the first row that no cell from above reaches into. */
  const freeFrom: number[] = []
  let depth = 0
  let cell: { column: number; rowSpan: number; columnSpan: number; paragraphs: ParagraphBlock[] } | null = null
  let words = ''
  let level = 0
  const closeParagraph = (): void => {
    const shown = tidied(words)
    words = ''
    if (shown === '') return
    const paragraph: ParagraphBlock = { words: shown, ...(level > 0 ? { style: 'heading', level } : { style: 'body' }) }
    if (cell) cell.paragraphs.push(paragraph)
    else blocks.push(paragraph)
  }
  const beginCell = (attributes: string): void => {
    if (rows.length === 0) rows.push([])
    let column = 0
    while ((freeFrom[column] ?? 0) >= rows.length) column++
    if (column >= MOST_COLUMNS) return
    const columnSpan = spanOf(attributes, 'colspan')
    const rowSpan = spanOf(attributes, 'rowspan')
    for (let c = column; c < column + columnSpan; c++) freeFrom[c] = rows.length - 1 + rowSpan
    cell = { column, rowSpan, columnSpan, paragraphs: [] }
    rows.at(-1)?.push(cell)
  }
  for (const { words: more, tag, attributes } of tokensOf(text)) {
    if (tag === '') {
      words += more
      continue
    }
    const isTable = /^\/?(?:table|tr|td|th)$/.test(tag)
    if (isTable || BLOCK_TAGS.test(tag)) closeParagraph()
    if (tag === 'table') depth++
    else if (tag === '/table' && depth > 0 && --depth === 0) {
      if (rows.length > 0) blocks.push({ rows: rows.splice(0) })
      freeFrom.length = 0
      cell = null
    } else if (depth === 1 && tag === 'tr') {
      rows.push([])
      cell = null
    } else if (depth === 1 && (tag === 'td' || tag === 'th')) beginCell(attributes)
    else if (depth === 1 && (tag === '/td' || tag === '/th')) cell = null
    else if (/^h[1-6]$/.test(tag)) level = Number(tag.charAt(1))
    else if (/^\/h[1-6]$/.test(tag)) level = 0
  }
  closeParagraph()
  if (rows.length > 0) blocks.push({ rows })
  return blocks
}

const MOST_COLUMNS = 500
const LARGEST_SPAN = 200

function spanOf(attributes: string, name: string): number {
  const found = Number(new RegExp(String.raw`\b${name}\s{0,3}=\s{0,3}["']?(\d{1,4})`, 'i').exec(attributes)?.[1] ?? 1)
  return Math.min(Math.max(found, 1), LARGEST_SPAN)
}

/** Words and tags in order, without comments and what stands in silent tags. */
function* tokensOf(text: string): Generator<Token> {
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('<', at)
    const end = open < 0 ? text.length : open
    if (end > at) yield { words: text.slice(at, end), tag: '', attributes: '' }
    if (open < 0) return
    const name = /^<(\/?[a-z][\w:]{0,20})/i.exec(text.slice(open, open + 24))?.[1]?.toLowerCase()
    if (name === undefined && !/^<[!?/]/.test(text.slice(open, open + 2))) {
      yield { words: '<', tag: '', attributes: '' }
      at = open + 1
      continue
    }
    at = endOfTag(text, open)
    if (name === undefined) continue
    if (SILENT.includes(name)) {
      const close = new RegExp(`</${name}`, 'gi')
      close.lastIndex = at
      const end = close.exec(text)
      at = end === null ? text.length : endOfTag(text, end.index)
    } else yield { words: '', tag: name, attributes: text.slice(open + name.length + 1, Math.min(at - 1, open + 1000)) }
  }
}

function endOfTag(text: string, open: number): number {
  const close = text.startsWith('<!--', open) ? text.indexOf('-->', open) + 2 : text.indexOf('>', open)
  return close < open ? text.length : close + 1
}

const CHINESE = '[\\u2e80-\\u9fff\\uff00-\\uffef\\u3000-\\u303f“”‘’…—]'
const BREAK_BETWEEN = new RegExp(`(?<=${CHINESE})[ \\t]{0,99}\\r?\\n[ \\t]{0,99}(?=${CHINESE})`, 'g')

const ENTITIES = new RegExp(ENTITY, 'gi')

/** Line breaks in the source mean nothing between Chinese characters and a space elsewhere. */
function tidied(words: string): string {
  const plain = words.replace(BREAK_BETWEEN, '').replace(/[ \t\r\n]+/g, ' ')
  return plain.replace(ENTITIES, characterOf).trim()
}

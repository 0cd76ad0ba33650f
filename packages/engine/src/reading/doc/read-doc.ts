import { createListCounter } from '../docx/list-counter.ts'
import { leadsToPage } from '../docx/properties.ts'
import type { Lists } from '../docx/numbering.ts'
import { layOut, type Block } from '../lay-out.ts'
import { ReadingRefusal } from '../refusal.ts'
import type { ParagraphStyle, SourceDocument } from '../source-document.ts'
import { blocksOf } from './blocks.ts'
import { readFileHeader, type FileHeader, type Story } from './file-header.ts'
import { readFonts } from './fonts.ts'
import { readLists } from './lists.ts'
import { readPieces } from './pieces.ts'
import { readRuns } from './runs.ts'
import { paragraphsOf, type DocSource, type Found } from './story.ts'
import { readStyles } from './styles.ts'

/** A stream of the container, or undefined. */
export type StreamFinder = (name: string) => Uint8Array | undefined

const NOTES: readonly (readonly [keyof Found, string])[] = [
  ['revisions', '文档带有修订痕迹，按接受全部修订后的文字读取。'],
  ['hidden', '文档中有隐藏文字，没有读取。'],
  ['contents', '文档中的自动目录没有读取。'],
]
const FORMATTING_LOST = '文档的格式信息已损坏，只读取了文字，自动编号可能缺失。'

/** The stories we read, in the order in which they stand in the result, with the style of their paragraphs. */
const STORIES: readonly (readonly [Story, ParagraphStyle])[] = [
  ['main', 'body'],
  ['textboxes', 'textbox'],
  ['footnotes', 'footnote'],
  ['endnotes', 'footnote'],
]

/**
 * Reads a Word 97–2003 document (MS-DOC), which is also what WPS writes as .wps: text with the labels of automatic
 * numbering, revisions accepted, tables; without headers, footers, comments. Throws a `ReadingRefusal`.
 */
export function readDoc(stream: StreamFinder, name: string): SourceDocument {
  const word = stream('WordDocument')
  if (!word) throw new ReadingRefusal('damaged')
  const header = readFileHeader(word)
  const table = stream(header.tableName)
  if (!table) throw new ReadingRefusal('damaged')
  const pieces = readPieces(header, table, word)
  const found: Found = { revisions: false, hidden: false, contents: false }
  const text = { word, data: stream('Data') ?? new Uint8Array(0), pieces, found }
  const formatting = readFormatting(header, table, word)
  const blocks = blocksOfStories({ ...text, ...formatting }, header, formatting.lists)
  const built = layOut(blocks)
  if (built.text.trim() === '') throw new ReadingRefusal('empty', '里面没有文字')
  const notes = NOTES.filter(([key]) => found[key]).map(([, note]) => note)
  if (formatting.isLost) notes.push(FORMATTING_LOST)
  return { name, format: /\.wp[st]$/i.test(name) ? 'wps' : 'doc', ...built, notes }
}

type Formatting = Pick<DocSource, 'characterRuns' | 'paragraphRuns' | 'styles' | 'fonts'> & {
  lists: Lists
  isLost: boolean
}

/** A document whose formatting cannot be understood still has its text. */
function readFormatting(header: FileHeader, table: Uint8Array, word: Uint8Array): Formatting {
  try {
    return {
      characterRuns: readRuns('character', header.placeOf('characterRuns'), table, word),
      paragraphRuns: readRuns('paragraph', header.placeOf('paragraphRuns'), table, word),
      styles: readStyles(header.placeOf('styles'), table),
      fonts: readFonts(header.placeOf('fonts'), table),
      lists: readLists(header, table),
      isLost: false,
    }
  } catch (error) {
    if (!(error instanceof ReadingRefusal)) throw error
    const none = (offset: number) => ({
      start: offset,
      end: Number.MAX_SAFE_INTEGER,
      style: 0,
      settings: new Uint8Array(0),
    })
    return { characterRuns: none, paragraphRuns: none, styles: () => [], fonts: [], lists: new Map(), isLost: true }
  }
}

function blocksOfStories(source: DocSource, header: FileHeader, lists: Lists): Block[] {
  const blocks: Block[] = []
  let start = 0
  const ranges = new Map<Story, { start: number; end: number }>()
  for (const [story, length] of header.lengths) {
    ranges.set(story, { start, end: start + length })
    start += length
  }
  for (const [story, style] of STORIES) {
    const range = ranges.get(story)
    if (!range || range.end === range.start) continue
    const paragraphs = withoutContents(source, range.start, range.end)
    for (const block of blocksOf(paragraphs, createListCounter(lists), style)) blocks.push(block)
  }
  return blocks
}

function* withoutContents(source: DocSource, start: number, end: number): ReturnType<typeof paragraphsOf> {
  for (const paragraph of paragraphsOf(source, start, end)) {
    if (paragraph.isContents && leadsToPage(paragraph.words)) source.found.contents = true
    else yield paragraph
  }
}

import { createFields, wordsOfField } from '../docx/fields.ts'
import { symbolOf } from '../docx/symbols.ts'
import { wordsOf, type Piece } from './pieces.ts'
import { isOn, lookOf, propertiesOf, type Look, type ParagraphProperties } from './properties.ts'
import type { Run, RunFinder } from './runs.ts'
import type { StyleChain } from './styles.ts'

/** An opened file: its text and how it is formatted. */
export interface DocSource {
  readonly word: Uint8Array
  readonly data: Uint8Array
  readonly pieces: readonly Piece[]
  readonly characterRuns: RunFinder
  readonly paragraphRuns: RunFinder
  readonly styles: StyleChain
  /** Font names by their number. */
  readonly fonts: readonly string[]
  readonly found: Found
}

/** Things worth telling about the file. */
export interface Found {
  revisions: boolean
  hidden: boolean
  contents: boolean
}

/** A paragraph as it ends in the file. */
export interface DocParagraph extends ParagraphProperties {
  readonly words: string
  readonly bold: boolean
  /** True if it ends with the mark of a cell or a row. */
  readonly endsCell: boolean
}

interface Words {
  readonly words: string
  readonly look: Look
}

const CELL_MARK = 0x07
const SECTION_MARK = 0x0c
const PARAGRAPH_MARK = 0x0d
const SHOWN_CONTROLS: ReadonlyMap<number, string> = new Map([
  [0x09, '\t'],
  [0x0b, '\n'],
  [0x0c, '\n'],
  [0x0e, '\n'],
  [0x1e, '-'],
])

/**
 * The paragraphs between two positions of the text, as Word shows them: fields as their results, without what was
 * deleted under revision and without hidden words. A deleted end mark joins a paragraph to the next one.
 */
export function* paragraphsOf(source: DocSource, start: number, end: number): Generator<DocParagraph> {
  const fields = createFields<Look>()
  const looks = new Map<Run, Look>()
  let items: Words[] = []
  const show = (words: string, look: Look): void => {
    if (words === '' || !fields.areWordsShown()) return
    fields.showed()
    items.push({ words, look })
  }
  const readSign = (code: number, look: Look): void => {
    if (code === 0x13) fields.begin(look)
    else if (code === 0x14) fields.separate()
    else if (code === 0x15) {
      const field = fields.end()
      if (field && !field.hasResult) show(wordsOfField(field.code), field.origin)
    } else show(SHOWN_CONTROLS.get(code) ?? '', look)
  }
  for (const { piece, at, words, run, offset } of segmentsOf(source, start, end)) {
    const look = piece.settings ? lookOf(run.settings, piece.settings) : (looks.get(run) ?? lookOf(run.settings))
    looks.set(run, look)
    if (look.isDeleted || look.isInserted) source.found.revisions = true
    for (const { index, 0: part } of words.matchAll(/[^\0-\x1f]+|[\0-\x1f]/g)) {
      const code = part.charCodeAt(0)
      if (isEndMark(code, offset + index * piece.width, piece, source)) {
        if (look.isDeleted && code !== CELL_MARK && at + index + 1 < end) continue
        fields.endParagraph()
        yield closed(items, { code, offset: offset + index * piece.width, piece }, source)
        items = []
      } else if (look.isDeleted) continue
      else if (code < 0x20) readSign(code, look)
      else {
        fields.instruct(part)
        show(look.symbol ? symbolWords(look.symbol, source) : part, look)
      }
    }
  }
  if (items.length > 0) yield closed(items, { code: PARAGRAPH_MARK, offset: -1 }, source)
}

/** The text in stretches that lie in one piece and are formatted alike. */
function* segmentsOf(
  source: DocSource,
  start: number,
  end: number,
): Generator<{ piece: Piece; at: number; offset: number; words: string; run: Run }> {
  for (const piece of source.pieces) {
    const last = Math.min(end, piece.end)
    for (let at = Math.max(start, piece.start); at < last;) {
      const offset = piece.offset + (at - piece.start) * piece.width
      const run = source.characterRuns(offset)
      const next = Math.min(last, at + Math.max(1, Math.ceil((run.end - offset) / piece.width)))
      yield { piece, at, offset, run, words: wordsOf(piece, at, next, source.word) }
      at = next
    }
  }
}

/** A page break and the end of a section are the same character; the latter ends a paragraph. */
function isEndMark(code: number, offset: number, piece: Piece, source: DocSource): boolean {
  if (code === SECTION_MARK) return source.paragraphRuns(offset).end === offset + piece.width
  return code === PARAGRAPH_MARK || code === CELL_MARK
}

/** Where a paragraph ends: its mark and where that lies in the file, nowhere if the text just stops. */
interface EndMark {
  readonly code: number
  readonly offset: number
  readonly piece?: Piece
}

/** A paragraph has the properties of the run its end mark lies in. */
function closed(items: readonly Words[], mark: EndMark, source: DocSource): DocParagraph {
  const run = source.paragraphRuns(mark.offset)
  const properties = propertiesOf(run.style, [run.settings, mark.piece?.settings], source.data, source.styles)
  const { chain } = properties
  const visible = items.filter(({ look }) => !isOn('hidden', look, chain, source.styles))
  if (visible.length < items.length) source.found.hidden = true
  const shown = visible.filter(({ words }) => words.trim() !== '')
  const bold = shown.length > 0 && shown.every(({ look }) => isOn('bold', look, chain, source.styles))
  return { ...properties, words: visible.map(({ words }) => words).join(''), bold, endsCell: mark.code === CELL_MARK }
}

function symbolWords({ font, code }: { font: number; code: number }, { fonts }: DocSource): string {
  return symbolOf(code.toString(16).padStart(2, '0'), fonts[font] ?? '')
}

import { ReadingRefusal } from '../refusal.ts'
import type { Cell, Paragraph, Table } from '../source-document.ts'
import type { XmlElement } from '../xml.ts'
import type { Anchor } from './inline.ts'

/** A stretch of the text that stands in the XML, and where. In order of position, without overlaps. */
export interface AnchoredWords {
  readonly start: number
  readonly end: number
  readonly from: Anchor
  readonly to: Anchor
}

/** A line of the text and where it can be commented on even if none of its words stands in the XML. */
export interface AnchoredLine {
  readonly start: number
  readonly end: number
  readonly paragraph: XmlElement
  /** For words outside the body (text boxes, notes) the place in the body they hang on. */
  readonly outside: Anchor | undefined
}

/** The text of a document while it is put together. */
export interface TextBuilder {
  /** Adds a line; its words become a paragraph without the spaces at their ends. A line of spaces only is left out. */
  line(words: readonly LineWords[], line: Line): void
  /** Begins a table, also one in a cell; returns its position, which `endTable` wants back. */
  beginTable(): number
  beginRow(): void
  beginCell(): void
  endTable(start: number): void
  /** Where the next character will stand. */
  position(): number
  /** Where the last line ended. */
  lineEnd(): number
  finish(): BuiltText
}

/** Words to add. */
export interface LineWords {
  readonly words: string
  readonly bold: boolean
  readonly from?: Anchor
  readonly to?: Anchor
}

/** What to know about a line. */
export interface Line extends Pick<Paragraph, 'style' | 'level' | 'label'> {
  readonly paragraph: XmlElement
  readonly outside: Anchor | undefined
}

/** The result. */
export interface BuiltText {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly words: readonly AnchoredWords[]
  readonly lines: readonly AnchoredLine[]
}

/** More than any document a person has written; only a made-up one repeats its way there. */
const LONGEST_TEXT = 64_000_000

/** An empty text. */
export function createTextBuilder(): TextBuilder {
  const pieces: string[] = []
  const paragraphs: Paragraph[] = []
  const anchored: AnchoredWords[] = []
  const lines: AnchoredLine[] = []
  let length = 0
  let lastLineEnd = 0
  let gap = ''
  const emit = (words: string): void => {
    pieces.push(words)
    length += words.length
    if (length > LONGEST_TEXT) throw new ReadingRefusal('bomb')
  }
  const breakLine = (): void => {
    if (gap !== '') emit(gap)
    gap = ''
  }
  let isRowFirst = false
  let isCellFirst = false
  return {
    line(words, { paragraph, outside, ...line }) {
      const label = line.label ?? ''
      const whole = label + words.map((piece) => piece.words).join('')
      const trimmed = whole.trim()
      if (trimmed === '') return
      breakLine()
      const start = length + (label === '' ? whole.length - whole.trimStart().length : 0)
      const end = length + Math.max(label.length, whole.trimEnd().length)
      emit(label)
      for (const piece of words) {
        const { from, to } = outside === undefined ? piece : { from: outside, to: outside }
        if (from !== undefined && to !== undefined)
          anchored.push({ start: length, end: length + piece.words.length, from, to })
        emit(piece.words)
      }
      const visible = words.filter((piece) => piece.words.trim() !== '')
      const bold = visible.length > 0 && visible.every((piece) => piece.bold)
      paragraphs.push({ start, end, ...line, ...(bold ? { bold } : {}) })
      lines.push({ start, end, paragraph, outside })
      lastLineEnd = length
      gap = '\n'
    },
    beginTable() {
      breakLine()
      isRowFirst = true
      return length
    },
    beginRow() {
      if (!isRowFirst) emit('\n')
      isRowFirst = false
      isCellFirst = true
      gap = ''
    },
    beginCell() {
      if (!isCellFirst) emit('\t')
      isCellFirst = false
      gap = ''
    },
    endTable(start) {
      isRowFirst = false
      isCellFirst = false
      gap = length > start ? '\n' : ''
    },
    position: () => length,
    lineEnd: () => lastLineEnd,
    finish: () => ({ text: pieces.join(''), paragraphs, words: anchored, lines }),
  }
}

/** A cell before its words are cut out of the text. */
export type OpenCell = Omit<Cell, 'text'>

/** A table with the words of its cells. */
export function finishTable(table: Omit<Table, 'cells'>, cells: readonly OpenCell[], text: string): Table {
  return { ...table, cells: cells.map((cell) => ({ ...cell, text: text.slice(cell.start, cell.end) })) }
}

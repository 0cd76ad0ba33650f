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
  readonly from: Anchor
  readonly to: Anchor
}

/** What to know about a line. */
interface Line extends Pick<Paragraph, 'style' | 'level' | 'label'> {
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

interface Building {
  readonly pieces: string[]
  readonly paragraphs: Paragraph[]
  readonly words: AnchoredWords[]
  readonly lines: AnchoredLine[]
  length: number
  lineEnd: number
  /** What must stand before the next line. */
  gap: '' | '\n'
  isFirstRow: boolean
  isFirstCell: boolean
}

/** An empty text. */
export function createTextBuilder(): TextBuilder {
  const building: Building = {
    pieces: [],
    paragraphs: [],
    words: [],
    lines: [],
    length: 0,
    lineEnd: 0,
    gap: '',
    isFirstRow: false,
    isFirstCell: false,
  }
  return {
    line: (words, line) => addLine(words, line, building),
    beginTable() {
      emit(building.gap, building)
      building.gap = ''
      building.isFirstRow = true
      return building.length
    },
    beginRow() {
      if (!building.isFirstRow) emit('\n', building)
      building.isFirstRow = false
      building.isFirstCell = true
      building.gap = ''
    },
    beginCell() {
      if (!building.isFirstCell) emit('\t', building)
      building.isFirstCell = false
      building.gap = ''
    },
    endTable(start) {
      building.isFirstRow = false
      building.isFirstCell = false
      building.gap = building.length > start ? '\n' : ''
    },
    position: () => building.length,
    lineEnd: () => building.lineEnd,
    finish: () => {
      const { pieces, paragraphs, words, lines } = building
      return { text: pieces.join(''), paragraphs, words, lines }
    },
  }
}

function emit(words: string, building: Building): void {
  building.pieces.push(words)
  building.length += words.length
  if (building.length > LONGEST_TEXT) throw new ReadingRefusal('bomb')
}

function addLine(words: readonly LineWords[], { paragraph, outside, ...line }: Line, building: Building): void {
  const label = line.label ?? ''
  const whole = label + words.map((piece) => piece.words).join('')
  if (whole.trim() === '') return
  emit(building.gap, building)
  const start = building.length + (label === '' ? whole.length - whole.trimStart().length : 0)
  const end = building.length + Math.max(label.length, whole.trimEnd().length)
  emit(label, building)
  for (const piece of words) {
    const { from, to } = outside === undefined ? piece : { from: outside, to: outside }
    building.words.push({ start: building.length, end: building.length + piece.words.length, from, to })
    emit(piece.words, building)
  }
  const visible = words.filter((piece) => piece.words.trim() !== '')
  const bold = visible.length > 0 && visible.every((piece) => piece.bold)
  building.paragraphs.push({ start, end, ...line, ...(bold ? { bold } : {}) })
  building.lines.push({ start, end, paragraph, outside })
  building.lineEnd = building.length
  building.gap = '\n'
}

/** A cell before its words are cut out of the text. */
export type OpenCell = Omit<Cell, 'text'>

/** A table with the words of its cells. */
export function finishTable(table: Omit<Table, 'cells'>, cells: readonly OpenCell[], text: string): Table {
  return { ...table, cells: cells.map((cell) => ({ ...cell, text: text.slice(cell.start, cell.end) })) }
}

import { stripMarkup } from '../reading/markup.ts'
import type { Cell } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import { type CellMark, firstMark, listIn, marksIn } from './cell-marks.ts'

/** The words of a cell, or of a piece of it, with their place in the document's text and in the table (from 0). */
export interface LedgerText extends Span {
  readonly text: string
  readonly row: number
  readonly column: number
  /** "B7", for workbooks only. */
  readonly address?: string
}

/** A numbered piece of a cell; the mark is not part of its words. */
export interface NumberedText extends LedgerText {
  /** "1.", "（一）", "一是" as written; empty if the piece has none. */
  readonly mark: string
}

/** A cell's words as they are, with any marks. */
export function wordsOfCell({ text, start, end, row, column, address }: Cell): LedgerText {
  return { text: text.trim(), start, end, row, column, ...(address === undefined ? {} : { address }) }
}

/** A cell's words as one piece, a mark at its beginning ("1.") taken off. `source` is the document's text. */
export function textOfCell(cell: Cell, source?: string): NumberedText {
  return pieceOf(cell, firstMark(cell.text), cell.text.length, source)
}

/**
 * The pieces of a cell that numbers its contents (1.…2.…, （1）…（2）…, 一是…二是…), in reading order; the whole cell
 * as one piece if it does not. An introduction that ends in a colon is left out.
 */
export function splitNumbered(cell: Cell, source?: string): NumberedText[] {
  const list = listIn(marksIn(cell.text), cell.text)
  const pieces = list.map((mark, i) => pieceOf(cell, mark, list[i + 1]?.start ?? cell.text.length, source))
  const filled = pieces.filter(({ text }) => text !== '')
  return filled.length > 1 ? filled : [textOfCell(cell, source)]
}

/** A line that shows or goes on with what the line before says. */
const GOES_ON = /^(?:如|例如|比如|具体|主要|表现|其中|突出|今年|去年|上半年|下半年|20\d\d年)/

/** The items of a cell: what it numbers, else its lines where each but the last ends a sentence and none illustrates. */
export function itemsOfCell(cell: Cell, source?: string): NumberedText[] {
  const numbered = splitNumbered(cell, source)
  if (numbered.length > 1) return numbered
  const lines = [...cell.text.matchAll(/[^\n]+/g)].filter(([line]) => line.trim() !== '')
  const areItems = lines.every(
    ([line], i) =>
      (i === lines.length - 1 || /[。；;！]$/.test(line.trim())) && (i === 0 || !GOES_ON.test(line.trim())),
  )
  if (!areItems || lines.length < 2) return numbered
  return lines.map(({ 0: line, index }) => {
    const start = index + line.length - line.trimStart().length
    const span = spanInside(cell, { start, end: start + line.trim().length }, source)
    return { ...wordsOfCell(cell), text: line.trim(), mark: '', ...span }
  })
}

/** The words from a mark (or the cell's beginning) to `end`; a cell that is only a mark keeps it as its words. */
function pieceOf(cell: Cell, mark: CellMark | null, end: number, source: string | undefined): NumberedText {
  const from = mark?.end ?? 0
  const words = cell.text.slice(from, end)
  const text = words.trim()
  if (mark && text === '' && end === cell.text.length) return pieceOf(cell, null, end, source)
  const start = from + words.length - words.trimStart().length
  const span = spanInside(cell, { start, end: start + text.length }, source)
  const written = mark ? cell.text.slice(mark.start, mark.end).trim() : ''
  return { ...wordsOfCell(cell), text, mark: written, ...span }
}

/**
 * Where a stretch of the cell's words stands in the document. Markdown cells are written with markup (`<br>`, `**`);
 * without the document's text a piece of such a cell gets the whole cell's span.
 */
function spanInside(cell: Cell, piece: Span, source: string | undefined): Span {
  if (cell.end - cell.start === cell.text.length)
    return { start: cell.start + piece.start, end: cell.start + piece.end }
  const whole = { start: cell.start, end: cell.end }
  if (source === undefined || piece.end <= piece.start) return whole
  const { plain, offsets } = stripMarkup(source, whole)
  if (plain.trim() !== cell.text.trim()) return whole
  const shift = leadOf(plain) - leadOf(cell.text)
  const start = offsets[piece.start + shift]
  const last = offsets[piece.end - 1 + shift]
  return start === undefined || last === undefined ? whole : { start, end: last + 1 }
}

function leadOf(words: string): number {
  return words.length - words.trimStart().length
}

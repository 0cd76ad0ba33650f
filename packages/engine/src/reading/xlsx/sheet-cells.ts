import { columnLetters } from '../../wording/column-letters.ts'
import { ReadingRefusal } from '../refusal.ts'
import { attributeIn, decodeXmlPieces, scanXml, type XmlAttributes } from '../xml.ts'
import type { CellValue, SilentFormula } from '../source-document.ts'
import type { ZipEntry } from '../zip-directory.ts'
import type { ZipPackage } from '../zip-package.ts'
import { createStringCollector } from './rich-text.ts'

/** A cell with words in it. Indices from 0. */
export interface SheetCell {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly date?: string
  readonly formula?: true
  /** What the words show; unknown where a table has words only. */
  readonly value?: CellValue
}

/** An area of merged cells; both ends belong to it. Indices from 0. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A cell's value as the file has it. */
export interface RawValue {
  /** `n` number, `s` shared string, `str` formula result, `b` truth value, `e` error, `d` date, `inlineStr`. */
  readonly type: string
  readonly style: number
  readonly value: string
}

/** What the sheets of a workbook share while they are read. */
export interface SheetReading {
  readonly zip: ZipPackage
  readonly show: (raw: RawValue) => Pick<SheetCell, 'text' | 'date' | 'value'>
  readonly budget: CellBudget
}

/** Cells and characters still allowed in a workbook; counted down. */
export interface CellBudget {
  cells: number
  characters: number
}

/** What a workbook may hold. */
export function createBudget(): CellBudget {
  return { cells: 2_000_000, characters: 64_000_000 }
}

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384
const MOST_AREAS = 100_000

/** What a worksheet has that is kept: cells with words, merged areas, and where formulas show nothing. */
interface SheetContent {
  readonly cells: SheetCell[]
  readonly areas: Area[]
  readonly silentFormulas: SilentFormula[]
}

/** Reads a worksheet piece by piece. Throws a `ReadingRefusal`. */
export function readSheetCells(entry: ZipEntry, reading: SheetReading): SheetContent {
  const cells: SheetCell[] = []
  const silentFormulas: SilentFormula[] = []
  const areas: Area[] = []
  const collector = createStringCollector()
  let row = -1
  let column = -1
  let raw: { type: string; style: number; value: string; formula?: true } | undefined
  let isValue = false
  scanXml(withoutEmptyCells(decodeXmlPieces(reading.zip.chunks(entry))), {
    open(name, attributes) {
      if (raw !== undefined) {
        isValue = name === 'v'
        if (name === 'f') raw.formula = true
        collector.open(name)
      } else if (name === 'row') {
        row = numberIn(attributes, 'r') === undefined ? row + 1 : (numberIn(attributes, 'r') ?? 1) - 1
        column = -1
      } else if (name === 'c') {
        const place = placeOf(attributeIn(attributes, 'r') ?? '')
        row = place?.row ?? row
        column = place?.column ?? column + 1
        raw = { type: attributeIn(attributes, 't') ?? 'n', style: numberIn(attributes, 's') ?? 0, value: '' }
      } else if (name === 'mergeCell' && areas.length < MOST_AREAS) {
        const area = areaOf(attributeIn(attributes, 'ref') ?? '')
        if (area !== undefined) areas.push(area)
      }
    },
    close(name) {
      if (raw === undefined) return
      collector.close(name)
      isValue = false
      if (name !== 'c') return
      const inline = collector.take()
      const isInline = raw.type === 'inlineStr'
      const shown = !isInline && raw.value === '' ? undefined : reading.show(isInline ? { ...raw, value: inline } : raw)
      const formula = raw.formula === undefined ? {} : { formula: raw.formula }
      raw = undefined
      if (row < 0 || row >= LAST_ROW || column >= LAST_COLUMN) return
      const isSilent = shown === undefined || shown.text === ''
      if (isSilent && formula.formula === undefined) return
      if (isSilent) silentFormulas.push({ row, column })
      else cells.push({ row, column, ...shown, ...formula })
      spend(reading.budget, shown?.text.length ?? 0)
    },
    text(words) {
      if (raw === undefined) return
      if (isValue) raw.value += words
      else collector.text(words)
    },
  })
  return { cells, areas, silentFormulas }
}

/**
 * Cells and rows that are only formatted; a sheet can have millions. Cutting them out spares the parser most of its
 * work. One whose follower does not say its place stays: that is counted from it.
 */
const EMPTY = /<(?:c|row) r="\w{1,12}"[^<>]{0,300}\/>(?=\s{0,20}<(?:(?:c|row) r="|\/))/g

function* withoutEmptyCells(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield piece.replace(EMPTY, '')
}

/** Takes one cell of that many characters from what is allowed. Throws a `ReadingRefusal` when it is used up. */
export function spend(budget: CellBudget, characters: number): void {
  budget.cells--
  budget.characters -= characters
  if (budget.cells < 0) {
    throw new ReadingRefusal('too_large', '有内容的单元格超过 200 万个，没有读取', '请只保留需要的工作表后另存再试')
  }
  if (budget.characters < 0) throw new ReadingRefusal('bomb')
}

function numberIn(attributes: XmlAttributes, name: string): number | undefined {
  const value = Number.parseInt(attributeIn(attributes, name) ?? '', 10)
  return Number.isNaN(value) ? undefined : value
}

/** The place of a reference like `B7`; undefined for other words. */
export function placeOf(reference: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference)
  if (match === null) return undefined
  let column = 0
  for (const letter of match[1]?.toUpperCase() ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match[2]) - 1, column: column - 1 }
}

/** The area of a reference like `A1:C7`; undefined for other words. */
export function areaOf(reference: string): Area | undefined {
  const [first = '', second = first] = reference.split(':')
  const start = placeOf(first)
  const end = placeOf(second)
  if (start === undefined || end === undefined) return undefined
  const area = { top: start.row, left: start.column, bottom: end.row, right: Math.min(end.column, LAST_COLUMN - 1) }
  return area.bottom < area.top || area.right < area.left ? undefined : area
}

/** The reference of a cell, e.g. `B7`. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}

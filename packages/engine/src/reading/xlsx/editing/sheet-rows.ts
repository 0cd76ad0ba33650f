import { attributeOf, childOf, childrenOf, parseXml, type XmlElement } from '../../xml.ts'
import type { Held } from './cell-writing.ts'
import { copiedFormula } from './references.ts'
import { placeOf } from '../sheet-cells.ts'

/** A cell of a sheet's XML. Row and column from 0; positions are indices into the sheet's source. */
export interface WrittenCell {
  readonly row: number
  readonly column: number
  /** Its style index as written, empty for the default. */
  readonly style: string
  /** Its formula as XML has it, null if it has none; one shared with other cells as it reads in this cell. */
  readonly formula: string | null
  /** What it holds, typed or worked out; undefined if nothing. */
  readonly held: Held | undefined
  readonly element: XmlElement
}

/** A row of a sheet's XML with the cells the file has in it, also blank ones. */
export interface WrittenRow {
  readonly index: number
  readonly cells: readonly WrittenCell[]
  readonly element: XmlElement
}

/** A sheet's XML, taken apart as far as editing needs it. */
export interface WrittenSheet {
  readonly source: string
  readonly rows: readonly WrittenRow[]
  /** The element that holds the rows. */
  readonly data: XmlElement
  /** Style indices of columns that have one, by column. */
  readonly columnStyles: (column: number) => string
  /** What names of elements begin with (`x:`), mostly nothing. */
  readonly prefix: string
}

/** Takes a worksheet part apart; null if it has no rows element. Throws a `ReadingRefusal` for XML that is damaged. */
export function readWrittenSheet(source: string): WrittenSheet | null {
  const root = parseXml(source)
  const data = childOf(root, 'sheetData')
  if (data === undefined) return null
  let index = -1
  const shared: SharedFormulas = new Map()
  const rows = childrenOf(data, 'row').map((element): WrittenRow => {
    index = numberOf(element, 'r') ?? index + 2
    index -= 1
    return { index, cells: cellsOf(element, { index, source, shared }), element }
  })
  return {
    source,
    rows,
    data,
    columnStyles: columnStyles(childOf(root, 'cols')),
    prefix: /^<([\w.-]+:)?/.exec(source.slice(data.start, data.contentStart))?.[1] ?? '',
  }
}

/** Formulas that cells share (ECMA-376 part 1, 18.3.1.40), by their number, with the cell that has the words. */
type SharedFormulas = Map<string, { readonly row: number; readonly column: number; readonly words: string }>

function cellsOf(
  row: XmlElement,
  { index, source, shared }: { index: number; source: string; shared: SharedFormulas },
): WrittenCell[] {
  let column = -1
  return childrenOf(row, 'c').map((element): WrittenCell => {
    column = placeOf(attributeOf(element, 'r') ?? '')?.column ?? column + 1
    return {
      row: index,
      column,
      style: attributeOf(element, 's') ?? '',
      formula: formulaOf(childOf(element, 'f'), { row: index, column, source, shared }),
      held: heldBy(element),
      element,
    }
  })
}

function formulaOf(
  formula: XmlElement | undefined,
  { row, column, source, shared }: { row: number; column: number; source: string; shared: SharedFormulas },
): string | null {
  if (formula === undefined) return null
  const words = source.slice(formula.contentStart, formula.contentEnd)
  if (attributeOf(formula, 't') !== 'shared') return words
  const number = attributeOf(formula, 'si') ?? ''
  if (words !== '') shared.set(number, { row, column, words })
  const first = shared.get(number)
  if (words !== '' || first === undefined) return words
  return copiedFormula(first.words, { rows: row - first.row, columns: column - first.column })
}

function heldBy(cell: XmlElement): Held | undefined {
  const hasWords = childOf(cell, 'is') !== undefined || (childOf(cell, 'v')?.text ?? '') !== ''
  if (!hasWords) return undefined
  return (attributeOf(cell, 't') ?? 'n') === 'n' ? 'number' : 'text'
}

function columnStyles(cols: XmlElement | undefined): (column: number) => string {
  const areas = childrenOf(cols, 'col').map((col) => ({
    first: (numberOf(col, 'min') ?? 1) - 1,
    last: (numberOf(col, 'max') ?? 1) - 1,
    style: attributeOf(col, 'style') ?? '',
  }))
  return (column) => areas.find(({ first, last }) => first <= column && column <= last)?.style ?? ''
}

function numberOf(element: XmlElement, name: string): number | undefined {
  const value = Number.parseInt(attributeOf(element, name) ?? '', 10)
  return Number.isNaN(value) ? undefined : value
}

import { wordsOfParagraphs } from './odf-words.ts'
import { numberFormats } from './number-styles.ts'
import type { Sheet } from '../sheets.ts'
import type { CellValue } from '../source-document.ts'
import { columnLimit } from '../word-cells.ts'
import { serialOf } from '../xlsx/calendar.ts'
import { createBudget, spend, type Area, type SheetCell } from '../xlsx/sheet-cells.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml.ts'

/** Rows and cells may be written once for many (`number-rows-repeated`); groups only hold them together. */
const ROW_GROUPS = new Set(['table-row-group', 'table-header-rows', 'table-rows'])
const LAST_ROW = 1_048_576
const MOST_AREAS = 100_000

/** What the sheets share while they are read. */
interface Reading {
  readonly source: string
  readonly formatOf: (style: string | undefined) => string
  readonly budget: ReturnType<typeof createBudget>
}

/** The sheets of a spreadsheet. Throws a `ReadingRefusal` where there are too many cells. */
export function sheetsOf(spreadsheet: XmlElement, source: string, styles: readonly XmlElement[]): Sheet[] {
  const reading = { source, formatOf: numberFormats(styles), budget: createBudget() }
  const hidden = hiddenStyles(styles)
  return childrenOf(spreadsheet, 'table').map((table) => ({
    name: attributeOf(table, 'name') ?? '',
    isHidden: hidden.has(attributeOf(table, 'style-name') ?? ''),
    ...cellsOf(table, reading),
  }))
}

function hiddenStyles(roots: readonly XmlElement[]): Set<string> {
  const styles = roots.flatMap((root) => childrenOf(childOf(root, 'automatic-styles'), 'style'))
  return new Set(
    styles
      .filter((style) => attributeOf(childOf(style, 'table-properties'), 'display') === 'false')
      .map((style) => attributeOf(style, 'name') ?? ''),
  )
}

function cellsOf(table: XmlElement, reading: Reading): Pick<Sheet, 'cells' | 'areas'> {
  const cells: SheetCell[] = []
  const areas: Area[] = []
  let row = 0
  for (const rowElement of rowsOf(table)) {
    const inRow = cellsInRow(rowElement, reading)
    const times = countOf(rowElement, 'number-rows-repeated', LAST_ROW)
    if (inRow.length > 0) {
      for (let end = Math.min(row + times, LAST_ROW), at = row; at < end; at++) {
        for (const { cell, right, down } of inRow) {
          cells.push({ ...cell, row: at })
          spend(reading.budget, cell.text.length)
          if (right + down > 0 && areas.length < MOST_AREAS)
            areas.push({ top: at, left: cell.column, bottom: at + down, right: cell.column + right })
        }
      }
    }
    row += times
    if (row >= LAST_ROW) break
  }
  return { cells, areas }
}

function* rowsOf(table: XmlElement): Generator<XmlElement> {
  for (const child of table.children) {
    if (child.name === 'table-row') yield child
    else if (ROW_GROUPS.has(child.name)) yield* rowsOf(child)
  }
}

interface CellInRow {
  readonly cell: Omit<SheetCell, 'row'>
  /** How many columns and rows it covers besides its own. */
  readonly right: number
  readonly down: number
}

function cellsInRow(row: XmlElement, reading: Reading): CellInRow[] {
  const cells: CellInRow[] = []
  let column = 0
  for (const element of row.children) {
    if (element.name !== 'table-cell' && element.name !== 'covered-table-cell') continue
    const times = countOf(element, 'number-columns-repeated', columnLimit)
    const words = wordsOfParagraphs(element, reading.source).trim()
    if (words !== '') {
      const shown = shownOf(element, words, reading)
      const right = countOf(element, 'number-columns-spanned', columnLimit) - 1
      const down = countOf(element, 'number-rows-spanned', LAST_ROW) - 1
      for (let at = column; at < Math.min(column + times, columnLimit); at++)
        cells.push({ cell: { ...shown, column: at }, right, down })
    }
    column += times
    if (column >= columnLimit) break
  }
  return cells
}

function shownOf(element: XmlElement, text: string, { formatOf }: Reading): Omit<SheetCell, 'row' | 'column'> {
  const format = formatOf(attributeOf(element, 'style-name'))
  const formula = attributeOf(element, 'formula') === undefined ? {} : { formula: true as const }
  const type = attributeOf(element, 'value-type') ?? 'string'
  const date = type === 'date' ? /^\d{4}-\d\d-\d\d/.exec(attributeOf(element, 'date-value') ?? '')?.[0] : undefined
  if (date !== undefined && !Number.isNaN(Date.parse(date))) {
    const value: CellValue = {
      type: 'number',
      raw: String(serialOf(date, 1900)),
      format: format === 'General' ? 'yyyy/m/d' : format,
    }
    return { text, date, value, ...formula }
  }
  const raw = attributeOf(element, 'value') ?? ''
  if (/^(?:float|percentage|currency)$/.test(type) && raw !== '' && Number.isFinite(Number(raw)))
    return { text, value: { type: 'number', raw, format }, ...formula }
  if (type === 'boolean') {
    const isTrue = attributeOf(element, 'boolean-value') === 'true'
    return { text, value: { type: 'truth', raw: isTrue ? '1' : '0', format }, ...formula }
  }
  return { text, value: { type: 'text', raw: '', format }, ...formula }
}

function countOf(element: XmlElement, name: string, most: number): number {
  const count = Number(attributeOf(element, name) ?? 1)
  return Number.isInteger(count) ? Math.min(Math.max(count, 1), most) : 1
}

import { attributeOf, childOf, type XmlElement } from '../xml.ts'
import { chooseContent } from './inline.ts'
import { numberOf, valueOf } from './styles.ts'

/** A cell of a table as the file has it. Indices from 0. */
interface GridCell {
  readonly element: XmlElement
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** The visible cells of a table, row by row. */
export interface Grid {
  readonly rows: readonly (readonly GridCell[])[]
  readonly columnCount: number
}

/** Word's limit is 63 columns; more are cut off so that a made-up span cannot grow the table. */
const MOST_COLUMNS = 1000

interface OpenCell {
  element: XmlElement
  row: number
  column: number
  rowSpan: number
  columnSpan: number
}

/** Reads a table: rows deleted under revision are left out, merged cells counted once with what they cover. */
export function readGrid(table: XmlElement): Grid {
  const rows: OpenCell[][] = []
  /** The cell whose vertical merge goes on, by its column. */
  let above = new Map<number, OpenCell>()
  let columnCount = 0
  for (const rowElement of within(table, 'tr')) {
    const properties = childOf(rowElement, 'trPr')
    if (childOf(properties, 'del') !== undefined) continue
    const cells: OpenCell[] = []
    const merging = new Map<number, OpenCell>()
    let column = Math.min(Math.max(numberOf(properties, 'gridBefore') ?? 0, 0), MOST_COLUMNS)
    for (const element of within(rowElement, 'tc')) {
      const cell = { element, row: rows.length, column, rowSpan: 1, columnSpan: columnSpanOf(element) }
      const vertical = mergeOf(element, 'vMerge')
      const upper = vertical === 'continue' ? above.get(column) : undefined
      const left = mergeOf(element, 'hMerge') === 'continue' ? cells.at(-1) : undefined
      if (column >= MOST_COLUMNS) break
      if (upper !== undefined) {
        upper.rowSpan++
        merging.set(column, upper)
      } else if (left !== undefined) left.columnSpan++
      else {
        cells.push(cell)
        if (vertical !== undefined) merging.set(column, cell)
      }
      column += cell.columnSpan
    }
    above = merging
    columnCount = Math.max(columnCount, column)
    rows.push(cells)
  }
  return { rows, columnCount }
}

function columnSpanOf(cell: XmlElement): number {
  const span = numberOf(childOf(cell, 'tcPr'), 'gridSpan') ?? 1
  return Math.min(Math.max(span, 1), MOST_COLUMNS)
}

/** A merge without value goes on (17.4.84). */
function mergeOf(cell: XmlElement, name: 'vMerge' | 'hMerge'): string | undefined {
  const properties = childOf(cell, 'tcPr')
  return childOf(properties, name) === undefined ? undefined : (valueOf(properties, name) ?? 'continue')
}

/** The rows of a table or cells of a row, also those inside content controls. */
function within(element: XmlElement, name: 'tr' | 'tc'): XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.name === name) return attributeOf(child, 'hidden') === undefined ? [child] : []
    if (child.name === 'AlternateContent') return within(chooseContent(child) ?? child, name)
    return WRAPPERS.has(child.name) ? within(child, name) : []
  })
}

const WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag', 'ins', 'moveTo'])

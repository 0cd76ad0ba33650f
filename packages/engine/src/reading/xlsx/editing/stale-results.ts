import type { Edit } from '../../xml-edits.ts'
import { placeOf } from '../sheet-cells.ts'
import type { SheetEdits } from './edit-sheet.ts'
import { areasIn } from './references.ts'
import type { WrittenCell, WrittenSheet } from './sheet-rows.ts'

/** What depends on where the formula itself stands. */
const OWN_ROW = /\bROW\(\s*\)/i

/**
 * The edits that take away stored results unless it is certain that they hold: those that look at changed cells, at
 * inserted rows, at results taken away, or where their words do not tell. A blank until the workbook is next worked out
 * misleads nobody, a total of before would. By sheet.
 */
export function withoutStaleResults(
  sheets: ReadonlyMap<string, WrittenSheet>,
  edits: readonly SheetEdits[],
): Map<string, Edit[]> {
  const touched = touchedCells(edits)
  const inserted = new Map(edits.map(({ sheet, rows }) => [sheet, new Set(rows.map(({ after }) => after))]))
  const open = new Set(Array.from(sheets, ([name, sheet]) => formulasOf(name, sheet, inserted.get(name))).flat())
  const stale: Formula[] = []
  for (let found = true; found;) {
    found = false
    for (const formula of open) {
      if (!looksAt(formula, touched)) continue
      open.delete(formula)
      stale.push(formula)
      touched.add(formula.sheet, formula.cell.row, formula.cell.column)
      found = true
    }
  }
  const bySheet = Map.groupBy(stale, ({ sheet }) => sheet)
  return new Map(Array.from(bySheet, ([sheet, own]) => [sheet, own.flatMap(({ cell }) => resultOf(cell))]))
}

interface Formula {
  readonly sheet: string
  readonly cell: WrittenCell
  /** Null if it cannot be told where it looks. */
  readonly areas: readonly Area[] | null
}

interface Area {
  readonly sheet: string
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const LAST = 1_048_576

function formulasOf(sheet: string, { rows }: WrittenSheet, inserted: ReadonlySet<number> = new Set()): Formula[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap((cell): Formula[] => {
      if (cell.formula === null) return []
      // What stands right below an inserted row may count on from it.
      const isMoved = inserted.has(cell.row - 1) || (inserted.size > 0 && OWN_ROW.test(cell.formula))
      const isOpaque = cell.formula === '' || isMoved
      return [{ sheet, cell, areas: isOpaque ? null : (areasIn(cell.formula, sheet)?.map(areaOf) ?? null) }]
    }),
  )
}

function areaOf({ sheet, words }: { sheet: string; words: string }): Area {
  const [first = '', last = first] = words.replaceAll('$', '').split(':')
  const [start, end] = [placeOf(first), placeOf(last)]
  if (start !== undefined && end !== undefined)
    return { sheet, top: start.row, bottom: end.row, left: start.column, right: end.column }
  const [left, right] = [placeOf(`${first}1`), placeOf(`${last}1`)]
  if (left !== undefined && right !== undefined)
    return { sheet, top: 0, bottom: LAST, left: left.column, right: right.column }
  return { sheet, top: Number(first) - 1, bottom: Number(last) - 1, left: 0, right: LAST }
}

interface Touched {
  add(sheet: string, row: number, column: number): void
  has(area: Area): boolean
}

/** Cells that changed, and rows below which others came in: an area of several rows may take them in. */
function touchedCells(edits: readonly SheetEdits[]): Touched {
  const columns = new Map<string, Map<number, Set<number>>>()
  const add = (sheet: string, row: number, column: number): void => {
    const own = columns.get(sheet) ?? new Map<number, Set<number>>()
    columns.set(sheet, own)
    const rows = own.get(column) ?? new Set<number>()
    own.set(column, rows)
    rows.add(row)
  }
  for (const { sheet, cells } of edits) for (const { row, column } of cells) add(sheet, row, column)
  const inserted = new Map(edits.map(({ sheet, rows }) => [sheet, new Set(rows.map(({ after }) => after))]))
  return {
    add,
    has: ({ sheet, top, bottom, left, right }) => {
      for (const after of inserted.get(sheet) ?? [])
        if (top - 1 <= after && after <= bottom && top < bottom) return true
      for (const [column, rows] of columns.get(sheet) ?? []) {
        if (column < left || column > right) continue
        if (bottom - top < rows.size) {
          for (let row = top; row <= bottom; row++) if (rows.has(row)) return true
        } else for (const row of rows) if (top <= row && row <= bottom) return true
      }
      return false
    },
  }
}

function looksAt({ areas }: Formula, touched: Touched): boolean {
  return areas === null || areas.some((area) => touched.has(area))
}

function resultOf({ element }: WrittenCell): Edit[] {
  const value = element.children.find(({ name }) => name === 'v')
  return value === undefined ? [] : [{ start: value.start, end: value.end, words: '' }]
}

import type { CellContent } from '../reading/xlsx/editing/cell-writing.ts'
import type { CellEdit } from '../reading/xlsx/editing/edit-sheet.ts'
import type { Cell } from '../reading/source-document.ts'
import type { AddedRow } from './added-rows.ts'
import { isSameList, readRowNumber, type RowNumber, writeRowNumber } from './row-number.ts'
import type { SheetView } from './sheet-view.ts'

/** The numbers of a workbook's rows after others came in. */
export interface Renumbering {
  /** Numbers of the base that go up, by sheet. */
  readonly cells: ReadonlyMap<SheetView, readonly CellEdit[]>
  /** Numbers of added rows that begin a problem; a row that is not here keeps what its copy says. */
  readonly added: ReadonlyMap<AddedRow, CellContent>
}

/** A row with a number, of the base or added, in the order of the merged workbook. */
interface Numbered {
  readonly sheet: SheetView
  readonly number: RowNumber | null
  readonly cell: Cell | null
  readonly added: AddedRow | null
}

/** How far the numbers of a list have gone up where one stands in it. */
interface Reached {
  readonly sheet: SheetView
  readonly number: RowNumber
  readonly cell: Cell | null
  readonly by: number
}

/**
 * Numbers added problems by the scheme of their column (1, 1.1, 2-3, （一）), also where it counts on over several
 * sheets: each comes after the one above, and the list goes on from there until it begins anew or leaves a gap.
 */
export function renumber(sheets: readonly SheetView[], addedRows: readonly AddedRow[]): Renumbering {
  const lines = sheets.flatMap((sheet) => numberedLines(sheet, addedRows))
  const cells = new Map<SheetView, CellEdit[]>()
  const added = new Map<AddedRow, CellContent>()
  let above: Reached | null = null
  for (const [i, line] of lines.entries()) {
    if (line.added !== null) {
      const next = lines.slice(i).find((other) => other.added === null && other.sheet === line.sheet)
      const start = placeOfAdded(line, above, next?.number ? { ...next, number: next.number, by: 0 } : null)
      if (start === null) continue
      above = { ...start, by: start.by + 1 }
      added.set(line.added, contentOf(above.cell, writeRowNumber(above.number, above.by)))
    } else if (line.number === null) above = null
    else {
      const by: number = above !== null && stepBetween(above.number, line.number) !== null ? above.by : 0
      above = { sheet: line.sheet, number: line.number, cell: line.cell, by }
      if (by === 0 || line.cell === null) continue
      const { row, column } = line.cell
      const edit = { row, column, ...contentOf(line.cell, writeRowNumber(line.number, by)) }
      cells.set(line.sheet, [...(cells.get(line.sheet) ?? []), edit])
    }
  }
  return { cells, added }
}

/** What an added row is numbered after: the row above it, or what would be above the first of the list below it. */
function placeOfAdded({ sheet, number }: Numbered, above: Reached | null, next: Reached | null): Reached | null {
  const own = above !== null && above.sheet === sheet ? above : null
  if (next === null) return own
  const goesOn = above !== null && stepBetween(above.number, next.number) !== null
  const isOfNext = number !== null && isSameList(number, next.number)
  const isOfAbove = own !== null && (number === null || !isOfNext || isSameList(number, own.number))
  if (goesOn || isOfAbove) return above
  return { ...next, number: { ...next.number, counter: next.number.counter - 1 } }
}

/** Numbered rows of a sheet with the added ones that begin a problem; those with a formula count by themselves. */
function numberedLines(sheet: SheetView, addedRows: readonly AddedRow[]): Numbered[] {
  const column = sheet.columns.find(({ field }) => field === 'number')?.index
  if (column === undefined) return []
  const own = sheet.lines.flatMap(({ kind, index, at }) => {
    const cell = kind === 'row' ? at.get(column) : undefined
    if (cell === undefined || cell.row !== index || cell.formula) return []
    return [{ after: index, line: { sheet, number: readRowNumber(cell.text), cell, added: null } }]
  })
  const added = addedRows.flatMap((row) =>
    row.sheet === sheet.name && row.begins
      ? [{ after: row.after + 0.5, line: { sheet, number: readRowNumber(row.number), cell: null, added: row } }]
      : [],
  )
  return [...own, ...added].toSorted((a, b) => a.after - b.after).map(({ line }) => line)
}

/** How far a number is after another of its list: 0 for the same problem again, 1 for the next, null for any other. */
function stepBetween(a: RowNumber, b: RowNumber): number | null {
  const step = b.counter - a.counter
  return isSameList(a, b) && (step === 0 || step === 1) ? step : null
}

/** A number is written as the column has it: 1.10 is no amount. */
function contentOf(model: Cell | null, text: string): CellContent {
  const value = model?.value
  if (value?.type !== 'number' || String(Number(text)) === text)
    return { text, ...(value?.type === 'text' ? { value } : {}) }
  return { text, value: { type: 'text', raw: '', format: 'General' } }
}

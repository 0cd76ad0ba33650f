import type { SourceDocument, Unreadable } from '../reading/source-document.ts'
import type { CellContent } from '../reading/xlsx/editing/cell-writing.ts'
import type { CellEdit, RowInsert, SheetEdits } from '../reading/xlsx/editing/edit-sheet.ts'
import { editWorkbook } from '../reading/xlsx/editing/edit-workbook.ts'
import type { AddedRow } from './added-rows.ts'
import { beginsProblem } from './added-lines.ts'
import type { LedgerMerge } from './ledger-merge.ts'
import { renumber, type Renumbering } from './renumber.ts'
import { sheetsOf, type SheetLine, type SheetView } from './sheet-view.ts'

/** The base workbook with what the copies agree on written into it; `document` is what was read from `bytes`. */
export function writeMerge(bytes: Uint8Array, document: SourceDocument, merge: LedgerMerge): Uint8Array | Unreadable {
  const sheets = sheetsOf(document)
  const rows = merge.addedRows.filter(({ kind }) => kind === 'row')
  const numbers = renumber(sheets, rows)
  return editWorkbook(
    bytes,
    document.name,
    sheets.map((sheet) => editsOf(sheet, { changes: merge.changes, rows, numbers })),
  )
}

function editsOf(
  sheet: SheetView,
  { changes, rows, numbers }: { changes: LedgerMerge['changes']; rows: readonly AddedRow[]; numbers: Renumbering },
): SheetEdits {
  const taken = changes
    .filter(({ sheet: name }) => name === sheet.name)
    .map(({ row, column, proposals: [first] }): CellEdit => ({ row, column, ...contentIn(first ?? { text: '' }) }))
  const isTaken = new Set(taken.map(({ row, column }) => `${row},${column}`))
  const own = rows.filter(({ sheet: name }) => name === sheet.name)
  return {
    sheet: sheet.name,
    cells: [
      ...taken,
      ...(numbers.cells.get(sheet) ?? []).filter(({ row, column }) => !isTaken.has(`${row},${column}`)),
    ],
    // Further lines of the problem above come before new problems.
    rows: own
      .toSorted((a, b) => Number(isOfBase(b, own)) - Number(isOfBase(a, own)))
      .map((row) => insertOf(sheet, row, numbers)),
  }
}

/** True for a further line of a problem the base has. */
function isOfBase(row: AddedRow, rows: readonly AddedRow[]): boolean {
  const before = rows.slice(0, rows.indexOf(row)).findLast(({ copies }) => copies[0] === row.copies[0])
  return !row.begins && (before === undefined || before.after !== row.after || isOfBase(before, rows))
}

function insertOf(sheet: SheetView, added: AddedRow, { added: numbers }: Renumbering): RowInsert {
  const like = modelOf(sheet, added)
  const numberColumn = sheet.columns.find(({ field }) => field === 'number')?.index ?? -1
  const hasFormula = (column: number): boolean => like?.at.get(column)?.formula === true
  const number = numbers.get(added)
  const cells = added.cells.flatMap(({ column, formula, ...content }) => {
    const isNumbered = column === numberColumn && (number !== undefined || hasFormula(column))
    return isNumbered || (formula && hasFormula(column)) ? [] : [{ column, ...contentIn(content) }]
  })
  const own = like?.cells.filter(({ columnSpan, rowSpan }) => columnSpan > 1 && rowSpan === 1) ?? []
  return {
    after: added.after,
    like: like?.index ?? added.after,
    ...(added.isAtTop ? { isAtTop: true } : {}),
    cells: [
      ...cells,
      ...(number === undefined || hasFormula(numberColumn) ? [] : [{ column: numberColumn, ...number }]),
      ...(!added.begins && hasFormula(numberColumn) ? [{ column: numberColumn, text: '' }] : []),
    ],
    merged: [
      ...added.merged,
      ...own
        .filter(({ column }) => !added.merged.some((each) => each.column === column))
        .map(({ column, columnSpan }) => ({ column, columns: columnSpan, isJoined: false })),
    ],
  }
}

/** The row of the base an added one is to look like: one above it, else below it, that begins a problem if it does. */
function modelOf(sheet: SheetView, { after, begins }: AddedRow): SheetLine | undefined {
  const rows = sheet.lines.filter(({ kind }) => kind === 'row')
  const alike = rows.filter((line) => beginsProblem(sheet, line) === begins)
  const near = (lines: readonly SheetLine[]): SheetLine | undefined =>
    lines.findLast(({ index }) => index <= after) ?? lines.find(({ index }) => index > after)
  const number = sheet.columns.find(({ field }) => field === 'number')?.index ?? -1
  const counting = alike.filter(({ at }) => at.get(number)?.formula === true)
  return near(begins && counting.length * 2 > alike.length ? counting : alike) ?? near(rows)
}

function contentIn({ text, date, value }: CellContent): CellContent {
  return { text, ...(date === undefined ? {} : { date }), ...(value === undefined ? {} : { value }) }
}

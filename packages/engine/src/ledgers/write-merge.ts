import type { SourceDocument, Unreadable } from '../reading/source-document.ts'
import type { CellContent } from '../reading/xlsx/editing/cell-writing.ts'
import type { CellEdit, RowInsert, SheetEdits } from '../reading/xlsx/editing/edit-sheet.ts'
import { editWorkbook } from '../reading/xlsx/editing/edit-workbook.ts'
import type { AddedRow } from './added-rows.ts'
import { contentOf } from './cell-content.ts'
import type { LedgerMerge } from './ledger-merge.ts'
import { sheetsOf, type SheetLine, type SheetView } from './sheet-view.ts'

/** The base workbook with what the copies agree on written into it; `document` is what was read from `bytes`. */
export function writeMerge(bytes: Uint8Array, document: SourceDocument, merge: LedgerMerge): Uint8Array | Unreadable {
  return editWorkbook(
    bytes,
    document.name,
    sheetsOf(document).map((sheet) => editsOf(sheet, merge)),
  )
}

function editsOf(sheet: SheetView, { changes, addedRows }: LedgerMerge): SheetEdits {
  const own = addedRows.filter(({ sheet: name, kind }) => name === sheet.name && kind === 'row')
  const numbers = consecutiveNumbers(sheet)
  const taken = changes
    .filter(({ sheet: name }) => name === sheet.name)
    .map(({ row, column, proposals: [first] }): CellEdit => {
      return { row, column, ...contentIn(first ?? { text: '' }) }
    })
  return {
    sheet: sheet.name,
    cells: [...taken, ...renumbered(numbers, own)],
    rows: own.map((row, i) => insertOf(row, numbers === null ? null : { numbers, own, i })),
  }
}

/** A column of numbers that counts the rows without a gap. */
interface Numbers {
  readonly column: number
  /** The rows that are counted, in order, with their numbers. */
  readonly rows: readonly { readonly row: number; readonly number: number }[]
}

function consecutiveNumbers({ columns, lines }: SheetView): Numbers | null {
  const column = columns.find(({ field }) => field === 'number')?.index
  if (column === undefined) return null
  const counted = lines.flatMap((line: SheetLine) => {
    const cell = line.kind === 'row' ? line.at.get(column) : undefined
    return cell && cell.row === line.index
      ? [{ row: line.index, number: Number(contentOf(cell).replace('number:', '')) }]
      : []
  })
  const isCounting = counted.every(
    ({ number }, i) => Number.isInteger(number) && number === (counted[0]?.number ?? 1) + i,
  )
  return isCounting && counted.length > 1 ? { column, rows: counted } : null
}

/** Numbers after an added row go up by one. */
function renumbered(numbers: Numbers | null, added: readonly AddedRow[]): CellEdit[] {
  if (numbers === null || added.length === 0) return []
  return numbers.rows.flatMap(({ row, number }) => {
    const before = added.filter(({ after }) => after < row).length
    return before === 0 ? [] : [{ row, column: numbers.column, text: String(number + before) }]
  })
}

function insertOf(
  added: AddedRow,
  counting: { numbers: Numbers; own: readonly AddedRow[]; i: number } | null,
): RowInsert {
  const cells = added.cells.filter(({ column }) => column !== counting?.numbers.column)
  return {
    after: added.after,
    like: added.after,
    cells: [
      ...cells.map(({ column, ...content }) => ({ column, ...contentIn(content) })),
      ...(counting === null ? [] : [{ column: counting.numbers.column, text: String(numberOf(added, counting)) }]),
    ],
  }
}

function contentIn({ text, date, value }: CellContent): CellContent {
  return { text, ...(date === undefined ? {} : { date }), ...(value === undefined ? {} : { value }) }
}

function numberOf(
  { after }: AddedRow,
  { numbers, own, i }: { numbers: Numbers; own: readonly AddedRow[]; i: number },
): number {
  const last = numbers.rows.findLast(({ row }) => row <= after)?.number ?? (numbers.rows[0]?.number ?? 1) - 1
  const above = own.filter((other, j) => other.after < after || (other.after === after && j < i)).length
  return last + above + 1
}

import type { Cell, Table } from '../reading/source-document.ts'
import { type Duty, dutyHeaders, isDuty } from '../wording/duty-headers.ts'
import { headerNames, type LedgerField } from './header-names.ts'
import { type Ledger, readLedgers } from './ledger.ts'

/** What a person says a column of a table is; `remark` is one that is none of the others. */
export interface SaidColumn {
  /** Its number in the table, from 0. */
  readonly index: number
  readonly as: LedgerField | Duty
}

/**
 * A table whose columns have a header that says what a person said of them, so that it is read as if the file had it. What
 * was read as the same before is a remark then: a ledger has one such column, but for those there may be several of.
 */
export function withSaidColumns(table: Table, said: readonly SaidColumn[]): Table {
  const ledgers = readLedgers(table)
  const headers = ledgers.length > 0 ? ledgers.map(({ header }) => header) : [guessedHeader(table)]
  const renamed = new Map<Cell, Map<number, string>>()
  for (const { index, as } of [...givenUp(ledgers, said), ...said]) {
    for (const header of headers) {
      const cell = header
        .filter(({ column, columnSpan }) => index >= column && index < column + columnSpan)
        .toSorted((one, other) => other.row - one.row)[0]
      if (cell !== undefined)
        renamed.set(cell, (renamed.get(cell) ?? new Map<number, string>()).set(index, headerOf(as)))
    }
  }
  return { ...table, cells: table.cells.flatMap((cell) => split(cell, renamed.get(cell))) }
}

/**
 * The cells of what looks like the header of a table in which no name is known: the first line of short words over
 * several columns, no two alike, with lines below it. Figures name nothing,
 * nor does a line such as “填报单位：…”.
 */
export function guessedHeader(table: Table): Cell[] {
  const rows = Map.groupBy(
    table.cells.filter(({ row, text }) => row < ROWS_LOOKED_AT && text.trim() !== ''),
    ({ row }) => row,
  )
  const found = [...rows.entries()].toSorted(([one], [other]) => one - other).find(([, cells]) => couldName(cells))
  return found === undefined || !table.cells.some(({ row }) => row > found[0]) ? [] : found[1]
}

function couldName(cells: readonly Cell[]): boolean {
  const words = cells.map(({ text }) => text.trim())
  return (
    words.length > 1 &&
    cells.reduce((sum, { columnSpan }) => sum + columnSpan, 0) >= LEAST_COLUMNS &&
    new Set(words).size === words.length &&
    words.every((each) => each.length <= LONGEST_GUESSED && /^[^：:]*\p{L}[^：:]*$/u.test(each))
  )
}

const LONGEST_GUESSED = 20
const LEAST_COLUMNS = 3
const ROWS_LOOKED_AT = 10

/** What a ledger may have in several columns. */
const REPEATED: ReadonlySet<string> = new Set<LedgerField>([
  'measure',
  'unit',
  'coUnit',
  'owner',
  'progress',
  'category',
  'remark',
])

function givenUp(ledgers: readonly Ledger[], said: readonly SaidColumn[]): SaidColumn[] {
  const places = new Set(said.map(({ index }) => index))
  const kinds = new Set<string>(said.flatMap(({ as }) => (REPEATED.has(as) ? [] : [as])))
  return ledgers.flatMap(({ columns }) =>
    columns.flatMap(({ index, field }): SaidColumn[] =>
      kinds.has(field) && !places.has(index) ? [{ index, as: 'remark' }] : [],
    ),
  )
}

/** The name under which a column is known for sure. */
function headerOf(as: SaidColumn['as']): string {
  if (isDuty(as)) return dutyHeaders[as]
  return headerNames.find(({ field }) => field === as)?.names.split(' ')[0] ?? ''
}

/** A header cell with other words over some of its columns; one that reached over several is as many then. */
function split(cell: Cell, words: ReadonlyMap<number, string> | undefined): Cell[] {
  if (words === undefined) return [cell]
  return Array.from({ length: cell.columnSpan }, (_, at): Cell => {
    const column = cell.column + at
    return { ...cell, column, columnSpan: 1, text: words.get(column) ?? cell.text }
  })
}

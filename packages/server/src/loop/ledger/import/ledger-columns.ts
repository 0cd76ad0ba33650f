import { guessedHeader, type Ledger, type LedgerField, type Table } from '@duizhao/engine'
import { columnLetters, dutyOfHeader } from '@duizhao/engine/wording'
import { type ImportColumn, importColumnNames, type ImportMending, type LedgerImportPreview } from '@duizhao/contract'
import { isImportColumn } from './mended-columns.ts'

type SaidColumns = ImportMending['columns']

type Columns = LedgerImportPreview['columns']

/** What each column of a ledger was taken for, those a person said with the header they have in the file. */
export function columnsOf(sheet: string, { columns }: Ledger, said: SaidColumns): Columns {
  return columns
    .filter(({ header }) => header !== '')
    .map(({ index, header, field }) => {
      const column = columnLetters(index)
      return shown({ sheet, column, header: saidOf(said, sheet, column)?.header ?? header }, columnFor(field, header))
    })
}

/** The columns of a table in which no ledger was found, for a person to say what they are; none if it has no header. */
export function columnsGuessed(sheet: string, table: Table, said: SaidColumns): Columns {
  const headed = guessedHeader(table).flatMap(({ column, columnSpan, text }) =>
    Array.from({ length: columnSpan }, (_, at) => ({
      column: columnLetters(column + at),
      header: text.replace(/\s+/g, ''),
    })),
  )
  return headed.map(({ column, header }) => {
    const own = saidOf(said, sheet, column)
    const as = own !== undefined && isImportColumn(own.as) ? own.as : 'none'
    return shown({ sheet, column, header: own?.header ?? header }, as)
  })
}

function saidOf(said: SaidColumns, sheet: string, column: string): SaidColumns[number] | undefined {
  return said.find((one) => one.sheet === sheet && one.column === column)
}

function shown(place: Omit<Columns[number], 'meaning' | 'as'>, as: ImportColumn): Columns[number] {
  return { ...place, as, meaning: as === 'none' ? null : importColumnNames[as] }
}

function columnFor(field: LedgerField, header: string): ImportColumn {
  return isImportColumn(field) ? field : (dutyOfHeader(header) ?? 'none')
}

/** Where the cell of a field stands in a line of the file (from 1), as in F7; undefined in a Word table. */
export function cellName({ columns, header }: Ledger, field: LedgerField, row: number): string | undefined {
  const column = columns.find((each) => each.field === field)
  const top = header.find((cell) => cell.column === column?.index) ?? header[0]
  if (column === undefined || top?.address === undefined) return undefined
  return `${columnLetters(column.index)}${row}`
}

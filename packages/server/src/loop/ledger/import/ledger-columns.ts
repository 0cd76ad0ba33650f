import type { Ledger, LedgerField, Table } from '@duizhao/engine'
import { readLedgers } from '@duizhao/engine'
import { columnLetters, dutyOfHeader } from '@duizhao/engine/wording'
import { type ImportColumn, importColumnNames, type ImportMending, type LedgerImportPreview } from '@duizhao/contract'
import { headerGuessed } from './mended-columns.ts'

type SaidColumns = ImportMending['columns']

/** What each column of a ledger was taken for, those a person said with the header they have in the file. */
export function columnsOf(sheet: string, { columns }: Ledger, said: SaidColumns): LedgerImportPreview['columns'] {
  return columns
    .filter(({ header }) => header !== '')
    .map(({ index, header, field }) => {
      const column = columnLetters(index)
      const own = said.find((one) => one.sheet === sheet && one.column === column)
      return shown({ sheet, column, header: own?.header ?? header, as: columnFor(field, header) })
    })
}

/** The columns of a table in which no ledger was found, for a person to say what they are; none if it has no header. */
export function columnsGuessed(sheet: string, table: Table): LedgerImportPreview['columns'] {
  if (readLedgers(table).length > 0) return []
  return headerGuessed(table).map(({ column, text }) =>
    shown({ sheet, column: columnLetters(column), header: text.replace(/\s+/g, ''), as: 'none' }),
  )
}

interface Taken {
  readonly sheet: string
  readonly column: string
  readonly header: string
  readonly as: ImportColumn
}

function shown(taken: Taken): LedgerImportPreview['columns'][number] {
  return { ...taken, meaning: taken.as === 'none' ? null : importColumnNames[taken.as] }
}

function columnFor(field: LedgerField, header: string): ImportColumn {
  return isImported(field) ? field : (dutyOfHeader(header) ?? 'none')
}

function isImported(field: string): field is ImportColumn {
  return field in importColumnNames
}

/** Where the cell of a field stands in a line of the file (from 1), as in F7; undefined in a Word table. */
export function cellName({ columns, header }: Ledger, field: LedgerField, row: number): string | undefined {
  const column = columns.find((each) => each.field === field)
  const top = header.find((cell) => cell.column === column?.index) ?? header[0]
  if (column === undefined || top?.address === undefined) return undefined
  return `${columnLetters(column.index)}${row}`
}

import type { ImportColumn, ImportMending } from '@duizhao/contract'
import { type Cell, type Ledger, readLedgers, type SourceDocument, type Table } from '@duizhao/engine'
import { columnNumber } from '@duizhao/engine/wording'

/** The header under which each kind of column is known everywhere; 备注 is left out. */
const HEADERS: Readonly<Record<ImportColumn, string>> = {
  number: '序号',
  source: '问题来源',
  category: '方面',
  problem: '存在问题',
  manifestation: '具体表现',
  opinion: '意见建议',
  cause: '原因分析',
  target: '整改目标',
  measure: '整改措施',
  class: '整改类型',
  lead: '责任领导',
  unit: '责任单位',
  coUnit: '配合单位',
  owner: '责任人',
  start: '启动时间',
  deadline: '完成时限',
  early: '提前量',
  funding: '资金保障',
  contingency: '预案',
  progress: '整改进展',
  result: '整改成效',
  institution: '建章立制',
  state: '完成情况',
  strikeOffDate: '销号时间',
  none: '备注',
}

/**
 * A document in which columns a person said the meaning of have a header that says so: they are read as if the file had it.
 * What names no kind of column changes nothing. `sheetOf`: what the table at a place is called.
 */
export function withHeaders(
  document: SourceDocument,
  said: ImportMending['columns'],
  sheetOf: (table: Table, at: number) => string,
): SourceDocument {
  if (said.length === 0) return document
  return {
    ...document,
    tables: document.tables.map((table, at) => {
      const sheet = sheetOf(table, at)
      const own = said.filter((column) => column.sheet === sheet)
      return own.length === 0 ? table : withHeader(table, own)
    }),
  }
}

function withHeader(table: Table, said: ImportMending['columns']): Table {
  const ledgers = readLedgers(table)
  const headers = ledgers.length > 0 ? ledgers.map(({ header }) => header) : [headerGuessed(table)]
  const words = new Map(
    said.flatMap(({ column, as }) => (isColumn(as) ? [[columnNumber(column), HEADERS[as]] as const] : [])),
  )
  const renamed = new Map<Cell, Map<number, string>>()
  for (const [column, name] of [...givenUp(ledgers, said), ...words]) {
    for (const header of headers) {
      const lowest = header
        .filter((cell) => column >= cell.column && column < cell.column + cell.columnSpan)
        .toSorted((one, other) => other.row - one.row)[0]
      if (lowest !== undefined)
        renamed.set(lowest, (renamed.get(lowest) ?? new Map<number, string>()).set(column, name))
    }
  }
  return { ...table, cells: table.cells.flatMap((cell) => split(cell, renamed.get(cell))) }
}

function isColumn(as: string): as is ImportColumn {
  return as in HEADERS
}

/** What a ledger may have in several columns. */
const REPEATED: ReadonlySet<string> = new Set(['measure', 'unit', 'coUnit', 'owner', 'progress', 'category'])

/** The columns that were read as what a person says another is, and so are none: a ledger has one of them. */
function givenUp(ledgers: readonly Ledger[], said: ImportMending['columns']): [number, string][] {
  const places = new Set(said.map(({ column }) => columnNumber(column)))
  const kinds = new Set(said.flatMap(({ as }) => (REPEATED.has(as) ? [] : [as])))
  return ledgers.flatMap(({ columns }) =>
    columns.flatMap(({ index, field }): [number, string][] =>
      kinds.has(field) && !places.has(index) ? [[index, HEADERS.none]] : [],
    ),
  )
}

/** A header cell with other words over some of its columns; one that reached over several is as many then. */
function split(cell: Cell, words: ReadonlyMap<number, string> | undefined): Cell[] {
  if (words === undefined) return [cell]
  return Array.from({ length: cell.columnSpan }, (_, at): Cell => {
    const column = cell.column + at
    return { ...cell, column, columnSpan: 1, text: words.get(column) ?? cell.text }
  })
}

const LONGEST_HEADER = 20
const LEAST_CELLS = 3
const ROWS_LOOKED_AT = 10

/** The cells of what looks like the header of a table: the first line of several short words. */
export function headerGuessed(table: Table): Cell[] {
  const rows = Map.groupBy(
    table.cells.filter(({ row, text }) => row < ROWS_LOOKED_AT && text.trim() !== ''),
    ({ row }) => row,
  )
  const found = [...rows.entries()]
    .toSorted(([one], [other]) => one - other)
    .find(([, cells]) => cells.length >= LEAST_CELLS && cells.every(({ text }) => text.trim().length <= LONGEST_HEADER))
  return found?.[1] ?? []
}

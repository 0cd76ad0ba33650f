import { importColumnNames, type ImportColumn, type ImportMending } from '@duizhao/contract'
import { type SaidColumn, type SourceDocument, type Table, withSaidColumns } from '@duizhao/engine'
import { columnNumber } from '@duizhao/engine/wording'

/** A document in which columns are what a person said of them. What names no kind of column changes nothing. */
export function withColumns(
  document: SourceDocument,
  said: ImportMending['columns'],
  sheetOf: (table: Table, at: number) => string,
): SourceDocument {
  if (said.length === 0) return document
  return {
    ...document,
    tables: document.tables.map((table, at) => {
      const sheet = sheetOf(table, at)
      const own = said.flatMap(({ sheet: of, column, as }): SaidColumn[] =>
        of === sheet && isImportColumn(as) ? [{ index: columnNumber(column), as: as === 'none' ? 'remark' : as }] : [],
      )
      return own.length === 0 ? table : withSaidColumns(table, own)
    }),
  }
}

/** True for the code of a column that a ledger is imported from. */
export function isImportColumn(code: string): code is ImportColumn {
  return code in importColumnNames
}

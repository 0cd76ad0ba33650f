import type { RefusedPlace } from '@duizhao/contract'
import type { SourceDocument } from '@duizhao/engine'
import { type ListKind, type ListSheet, readListSheet, type SheetRow as Row } from '../../platform/list-sheets.ts'
import { type ImportField, organisationColumns, peopleColumns } from './import-columns.ts'

export type SheetRow = Row<ImportField>
type Kind = 'organisations' | 'people'

export interface ImportSheets {
  readonly columns: ListSheet<Kind, ImportField>['columns']
  readonly organisations: readonly SheetRow[]
  readonly people: readonly SheetRow[]
  /** Why nothing was found, if nothing was. */
  readonly faults: readonly RefusedPlace[]
}

const kinds: readonly ListKind<Kind, ImportField>[] = [
  { kind: 'people', columns: peopleColumns, main: 'name' },
  { kind: 'organisations', columns: organisationColumns, main: 'organisation' },
]

/** The organisations and people the sheets of a workbook list; sheets that list neither are left alone. */
export function readSheets(document: SourceDocument): ImportSheets {
  const sheets = document.tables.map((table) => readListSheet(table, kinds)).filter((sheet) => sheet !== null)
  const rows = (kind: Kind): SheetRow[] => sheets.flatMap((sheet) => (sheet.kind === kind ? sheet.rows : []))
  const nothing: RefusedPlace = {
    message: '没有找到写着“姓名”或“组织名称”的表头。请用导入用的空表填写，或在前 10 行里写上表头。',
  }
  return {
    columns: sheets.flatMap(({ columns }) => columns),
    organisations: rows('organisations'),
    people: rows('people'),
    faults: sheets.length === 0 ? [nothing] : [],
  }
}

import type { RefusedPlace } from '@duizhao/contract'
import type { Cell, SourceDocument, Table } from '@duizhao/engine'
import { columnLetters } from '@duizhao/engine/wording'
import { columnFor, type ImportColumn, type ImportField, organisationColumns, peopleColumns } from './import-columns.ts'

/** One line of a sheet: the words of its known columns, and where they stand. */
export interface SheetRow {
  readonly sheet: string
  /** As Excel counts, from 1. */
  readonly row: number
  readonly values: Readonly<Partial<Record<ImportField, string>>>
  readonly cells: Readonly<Partial<Record<ImportField, string>>>
}

export interface ImportSheets {
  readonly columns: readonly { readonly sheet: string; readonly header: string; readonly meaning: string | null }[]
  readonly organisations: readonly SheetRow[]
  readonly people: readonly SheetRow[]
  /** Why nothing was found, if nothing was. */
  readonly faults: readonly RefusedPlace[]
}

/** A header stands within the first lines: above it titles and remarks. */
const MOST_TITLE_ROWS = 10

/** The organisations and people the sheets of a workbook list; sheets that list neither are left alone. */
export function readSheets(document: SourceDocument): ImportSheets {
  const sheets = document.tables.map(readSheet).filter((sheet) => sheet !== null)
  const rows = (kind: 'organisations' | 'people'): SheetRow[] =>
    sheets.flatMap((sheet) => (sheet.kind === kind ? sheet.rows : []))
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

interface Header {
  readonly row: number
  readonly kind: 'organisations' | 'people'
  readonly columns: ReadonlyMap<number, ImportColumn>
}

function readSheet(table: Table) {
  const lines = linesOf(table)
  const header = findHeader(lines)
  if (!header) return null
  const sheet = table.name ?? '表'
  const headerCells = lines.get(header.row) ?? []
  return {
    kind: header.kind,
    columns: headerCells.map(({ text, column }) => ({
      sheet,
      header: text,
      meaning: header.columns.get(column)?.meaning ?? null,
    })),
    rows: [...lines]
      .filter(([row]) => row > header.row)
      .map(([row, cells]) => toRow(sheet, row, cells, header.columns))
      .filter(({ values }) => values.name !== undefined || values.organisation !== undefined || isMeant(values)),
  }
}

/** A line without its main word still is one if it has two others; a lone word is a remark below the table. */
function isMeant(values: SheetRow['values']): boolean {
  return Object.keys(values).length >= 2
}

function linesOf(table: Table): Map<number, Cell[]> {
  const lines = new Map<number, Cell[]>()
  for (const cell of table.cells) {
    if (cell.text.trim() === '') continue
    lines.set(cell.row, [...(lines.get(cell.row) ?? []), cell])
  }
  return new Map([...lines].toSorted(([a], [b]) => a - b))
}

function findHeader(lines: ReadonlyMap<number, readonly Cell[]>): Header | null {
  for (const [row, cells] of [...lines].slice(0, MOST_TITLE_ROWS)) {
    for (const [kind, columns, main] of [
      ['people', peopleColumns, 'name'],
      ['organisations', organisationColumns, 'organisation'],
    ] as const) {
      const found = new Map<number, ImportColumn>()
      for (const { column, text } of cells) {
        const known = columnFor(text, columns)
        if (known && ![...found.values()].includes(known)) found.set(column, known)
      }
      if (found.size >= 2 && [...found.values()].some(({ field }) => field === main))
        return { row, kind, columns: found }
    }
  }
  return null
}

function toRow(sheet: string, row: number, cells: readonly Cell[], columns: Header['columns']): SheetRow {
  const values: Partial<Record<ImportField, string>> = {}
  const places: Partial<Record<ImportField, string>> = {}
  for (const [column, { field }] of columns) {
    places[field] = `${columnLetters(column)}${row + 1}`
    const cell = cells.find((one) => one.column === column)
    if (cell) values[field] = cell.text.trim()
  }
  return { sheet, row: row + 1, values, cells: places }
}

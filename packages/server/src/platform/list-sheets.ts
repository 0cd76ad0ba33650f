import type { RefusedPlace } from '@duizhao/contract'
import type { Cell, Table } from '@duizhao/engine'
import { columnLetters } from '@duizhao/engine/wording'

/** A column that a list may have. */
export interface ListColumn<Field extends string> {
  readonly field: Field
  /** As shown to the reader. */
  readonly meaning: string
  /** Header names, without white space and brackets. */
  readonly names: readonly string[]
}

/** A kind of list: a sheet is one if it has a column of what it lists, and another. */
export interface ListKind<Kind extends string, Field extends string> {
  readonly kind: Kind
  readonly columns: readonly ListColumn<Field>[]
  readonly main: Field
}

/** One line of a sheet: the words of its known columns, and where they stand. */
export interface SheetRow<Field extends string> {
  readonly sheet: string
  /** As Excel counts, from 1. */
  readonly row: number
  readonly values: Readonly<Partial<Record<Field, string>>>
  readonly cells: Readonly<Partial<Record<Field, string>>>
}

export interface ListSheet<Kind extends string, Field extends string> {
  readonly kind: Kind
  /** Every column of the sheet; `meaning` is null for one that is not read. */
  readonly columns: readonly { readonly sheet: string; readonly header: string; readonly meaning: string | null }[]
  readonly rows: readonly SheetRow<Field>[]
}

/** A header stands within the first lines: above it titles and remarks. */
const MOST_TITLE_ROWS = 10

/** The list a sheet holds, the first of the kinds that it can be; null if it is none of them. */
export function readListSheet<Kind extends string, Field extends string>(
  table: Table,
  kinds: readonly ListKind<Kind, Field>[],
): ListSheet<Kind, Field> | null {
  const lines = linesOf(table)
  const header = findHeader(lines, kinds)
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
      .filter(({ values }) => kinds.some(({ main }) => values[main] !== undefined) || isMeant(values)),
  }
}

/** A fault of a cell, as the reader finds it in the workbook. */
export function faultAt<Field extends string>(
  line: { readonly sheet: string; readonly row: number; readonly cells: Readonly<Record<string, string>> },
  field: Field,
  message: string,
): RefusedPlace {
  const { sheet, row, cells } = line
  const cell = cells[field]
  return { row, ...(cell === undefined ? {} : { cell }), field: sheet, message }
}

/** A line without its main word still is one if it has two others; a lone word is a remark below the table. */
function isMeant(values: Readonly<Partial<Record<string, string>>>): boolean {
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

interface Header<Kind extends string, Field extends string> {
  readonly row: number
  readonly kind: Kind
  readonly columns: ReadonlyMap<number, ListColumn<Field>>
}

function findHeader<Kind extends string, Field extends string>(
  lines: ReadonlyMap<number, readonly Cell[]>,
  kinds: readonly ListKind<Kind, Field>[],
): Header<Kind, Field> | null {
  for (const [row, cells] of [...lines].slice(0, MOST_TITLE_ROWS)) {
    for (const { kind, columns, main } of kinds) {
      const found = new Map<number, ListColumn<Field>>()
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

/** Which of the columns a header names, or null. */
function columnFor<Field extends string>(
  header: string,
  columns: readonly ListColumn<Field>[],
): ListColumn<Field> | null {
  const plain = header
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*:]/g, '')
    .toLowerCase()
  return columns.find(({ names }) => names.includes(plain)) ?? null
}

function toRow<Field extends string>(
  sheet: string,
  row: number,
  cells: readonly Cell[],
  columns: ReadonlyMap<number, ListColumn<Field>>,
): SheetRow<Field> {
  const values: Partial<Record<Field, string>> = {}
  const places: Partial<Record<Field, string>> = {}
  for (const [column, { field }] of columns) {
    places[field] = `${columnLetters(column)}${row + 1}`
    const cell = cells.find((one) => one.column === column)
    if (cell) values[field] = cell.text.trim()
  }
  return { sheet, row: row + 1, values, cells: places }
}

/** A place in the file with what is said of it, in a sentence. */
export function placeInWords({ sheet, cell, message }: RefusedPlace): string {
  return [sheet, cell, message].filter((words) => words !== undefined).join(' ')
}

import type { Cell, Table } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import type { Column } from './column.ts'
import { columnsOf } from './columns.ts'
import { gridOf } from './grid.ts'
import { rowsOf } from './group-rows.ts'
import type { LedgerContext, LedgerRow } from './ledger-row.ts'

export type * from './ledger-row.ts'
import { partsOf, type SheetPart } from './sheet-parts.ts'

/** A table understood as a ledger or list. Titles, header, sections, rows, notes and leftovers hold every cell with words once. */
export interface Ledger extends Span {
  readonly columns: readonly Column[]
  readonly rows: readonly LedgerRow[]
  /** Lines above the header: the title, 填报单位, 填报日期. */
  readonly titles: readonly Cell[]
  readonly header: readonly Cell[]
  readonly sections: readonly Cell[]
  /** Lines below the rows: 注, 填表人, 审核人. */
  readonly notes: readonly Cell[]
  /** Totals (合计), numbered but empty lines, lines that belong to no problem. */
  readonly leftovers: readonly Cell[]
}

/** The columns that can carry the subject of a row, best first. */
const SUBJECTS: readonly LedgerRow['subject'][] = ['problem', 'opinion', 'manifestation', 'measure']
const LEAST_CONFIDENCE = 0.35

/** The ledger or list in a table, that with most rows if a sheet holds several; null if there is none. */
export function readLedger(table: Table, context: LedgerContext = {}): Ledger | null {
  const ledgers = readLedgers(table, context)
  return ledgers.reduce<Ledger | null>(
    (best, each) => (best === null || each.rows.length > best.rows.length ? each : best),
    null,
  )
}

/** All ledgers and lists of a table or sheet, from top to bottom. */
export function readLedgers(table: Table, context: LedgerContext = {}): Ledger[] {
  const grid = gridOf(table)
  if (!grid) return []
  return partsOf(grid)
    .map((part) => ledgerOf(part, context))
    .filter((ledger) => ledger !== null)
}

function ledgerOf(part: SheetPart, context: LedgerContext): Ledger | null {
  const continued = part.header.length === 0 ? columnsFromBefore(part, context) : null
  const columns = continued ?? columnsOf(part)
  const subject = subjectOf(columns)
  if (!subject || (part.header.length === 0 && !continued && !isConvincing(columns))) return null
  const { rows, leftovers } = rowsOf(part.body, columns, subject, context)
  if (rows.length === 0 && part.header.length === 0) return null
  const cellsOfKind = (kind: 'section' | 'note'): Cell[] =>
    part.body.flatMap((line) => (line.kind === kind ? line.cells : []))
  const all = [...part.titles, ...part.headerCells, ...part.body.flatMap(({ cells }) => cells)]
  return {
    columns,
    rows,
    titles: part.titles,
    header: part.headerCells,
    sections: cellsOfKind('section'),
    notes: cellsOfKind('note'),
    leftovers,
    start: all.reduce((least, { start }) => Math.min(least, start), all[0]?.start ?? 0),
    end: all.reduce((most, { end }) => Math.max(most, end), 0),
  }
}

function subjectOf(columns: readonly Column[]): LedgerRow['subject'] | null {
  return (
    SUBJECTS.find((field) =>
      columns.some((column) => column.field === field && column.confidence >= LEAST_CONFIDENCE),
    ) ?? null
  )
}

/** Without header names the content must show a subject and two of number, measure, owner or unit, deadline. */
function isConvincing(columns: readonly Column[]): boolean {
  const fields = new Set(columns.map(({ field }) => field))
  const shown = (['number', 'measure', 'deadline', 'owner', 'unit', 'state'] as const).filter((field) =>
    fields.has(field),
  )
  return fields.has('problem') && shown.length >= 2 && shown.some((field) => field !== 'number' && field !== 'measure')
}

/** The columns of the table before, if this one has words in no others and begins with the same ones. */
function columnsFromBefore(part: SheetPart, { columnsBefore = [] }: LedgerContext): Column[] | null {
  const found = part.columns.map((place) => {
    const before = columnsBefore.find(({ index }) => index === part.columnNumbers[place])
    return before ? { ...before, place } : null
  })
  const known = found.filter((column) => column !== null)
  const fields = new Set(known.map(({ field }) => field))
  return known.length === found.length && known.length * 2 > columnsBefore.length && fields.size > 1 ? known : null
}

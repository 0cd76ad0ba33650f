import type { Cell } from '../reading/source-document.ts'
import { type RowLines, rowOf } from './build-row.ts'
import type { Column } from './column.ts'
import type { LedgerField } from './header-names.ts'
import type { LedgerContext, LedgerRow } from './ledger-row.ts'
import { type LedgerLines, yearOfColumn } from './ledger-measures.ts'
import type { BodyLine } from './sheet-parts.ts'

/** The rows of a ledger from its body lines, and the cells that belong to none. */
export function rowsOf(
  body: readonly BodyLine[],
  columns: readonly Column[],
  subject: LedgerRow['subject'],
  context: LedgerContext,
): { rows: LedgerRow[]; leftovers: Cell[] } {
  const isMerged = body.some(({ kind, cells }) => kind === 'row' && cells.some(({ rowSpan }) => rowSpan > 1))
  const lines: LedgerLines = {
    columns,
    find: finderOf(columns),
    context,
    year: yearOfColumn(body, columns, context),
    isMerged,
  }
  const { groups, leftovers } = groupsOf(body, lines, subject)
  const rows: LedgerRow[] = []
  for (const group of groups) {
    const row = rowOf(group, lines, subject)
    if (row) rows.push(row)
    else leftovers.push(...group.lines.flatMap(({ cells }) => cells))
  }
  return { rows: isMerged ? rows : withCategoriesFromAbove(rows), leftovers }
}

function groupsOf(
  body: readonly BodyLine[],
  lines: LedgerLines,
  subject: LedgerField,
): { groups: RowLines[]; leftovers: Cell[] } {
  const leftovers: Cell[] = []
  const groups: RowLines[] = []
  let section: readonly Cell[] = []
  let open: RowLines | null = null
  for (const line of body) {
    if (line.kind === 'section') {
      section = line.cells
      open = null
    } else if (line.kind === 'total' || (line.kind === 'row' && isOnlyNumbered(line, lines.columns))) {
      leftovers.push(...line.cells)
    } else if (line.kind === 'row') {
      if (open && !beginsRow(line, open, subject, lines.find)) open.lines.push(line)
      else {
        open = { lines: [line], subject: lines.find(line, subject) ?? subjectOf(open), section }
        groups.push(open)
      }
    }
  }
  return { groups, leftovers }
}

function subjectOf(group: RowLines | null): Cell | null {
  return group?.subject ?? null
}

function finderOf(columns: readonly Column[]): LedgerLines['find'] {
  const places = new Map<LedgerField, number[]>()
  for (const { field, place } of columns) places.set(field, [...(places.get(field) ?? []), place])
  return (line, field) => {
    const cells = (places.get(field) ?? []).map((place) => line.row.places[place] ?? null)
    return cells.find((cell) => cell !== null) ?? null
  }
}

/** A line of a form that was numbered in advance and never filled in. */
function isOnlyNumbered({ row, cells }: BodyLine, columns: readonly Column[]): boolean {
  const numbers = new Set(
    columns
      .filter(({ field }) => field === 'number' || field === 'measureNumber')
      .map(({ place }) => row.places[place]),
  )
  return cells.every((cell) => numbers.has(cell)) && row.places.every((cell) => cell === null || cells.includes(cell))
}

/**
 * True if a line begins a new row. The same merged cell, the same words again, or a blank below mean the same problem;
 * a manifestation with measures of its own is a row of its own.
 */
function beginsRow(line: BodyLine, open: RowLines, subject: LedgerField, find: LedgerLines['find']): boolean {
  const cell = find(line, subject)
  const number = find(line, 'number')
  const above = open.lines.map((each) => find(each, 'number')).findLast((each) => each !== null) ?? null
  const isNewNumber = number !== null && line.cells.includes(number) && (above === null || !sameWords(number, above))
  if (subject === 'measure') return cell !== null && line.cells.includes(cell) && (isNewNumber || above === null)
  if (cell === null && open.subject === null) return isNewNumber
  const isSame =
    cell === null ||
    cell === open.subject ||
    (open.subject !== null && sameWords(cell, open.subject) && !(isNewNumber && above))
  if (!isSame) return true
  if (subject === 'manifestation') return false
  return (
    hasOwn(line, open, 'manifestation', find) && (find(line, 'measure') === null || hasOwn(line, open, 'measure', find))
  )
}

/** True if the line has a cell of this field that the lines above have not, nor one with the same words. */
function hasOwn(line: BodyLine, open: RowLines, field: LedgerField, find: LedgerLines['find']): boolean {
  const cell = find(line, field)
  if (cell === null || !line.cells.includes(cell)) return false
  return open.lines.every((above) => {
    const other = find(above, field)
    return other === null || !sameWords(other, cell)
  })
}

function sameWords(a: Cell, b: Cell): boolean {
  return a === b || a.text.replace(/\s+/g, '') === b.text.replace(/\s+/g, '')
}

/** In a table that never merges cells a blank category means that of the row above, within its section. */
function withCategoriesFromAbove(rows: readonly LedgerRow[]): LedgerRow[] {
  let last: LedgerRow | undefined
  return rows.map((row) => {
    const own = row.category !== undefined && row.category !== row.section
    const inherits = !own && last?.category !== undefined && last.section?.start === row.section?.start
    const settled = inherits && last?.category ? { ...row, category: last.category } : row
    last = settled
    return settled
  })
}

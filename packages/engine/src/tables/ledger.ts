import type { Cell, Table } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import { type Column, columnsOf, headerRows, type LedgerField } from './columns.ts'
import { type Grid, gridOf } from './grid.ts'
import { splitNumbered } from './split-numbered.ts'

/** One measure of a ledger row. */
export interface LedgerMeasure extends Span {
  readonly text: string
  /** The other cells of its line: who, by when, how far. */
  readonly cells: Readonly<Partial<Record<LedgerField, Cell>>>
}

/** One problem with its measures, however many lines of the table it takes. */
export interface LedgerRow {
  readonly problem: Cell
  /** Cells of the problem's first line by field. */
  readonly cells: Readonly<Partial<Record<LedgerField, Cell>>>
  /** The section row above ("一、政治建设方面"), if the table is divided by such rows. */
  readonly category: Cell | null
  readonly measures: readonly LedgerMeasure[]
}

/** A table understood as a ledger or list. */
export interface Ledger {
  readonly table: Table
  readonly columns: readonly Column[]
  readonly rows: readonly LedgerRow[]
  /** Cells above the header and below the rows: titles, notes, totals, signatures. */
  readonly leftovers: readonly Cell[]
}

const NOTE = /^(?:注|备注|说明|填表|制表|审核人?|合计|总计|小计|单位(?:盖章|负责人)|联系)[^。]{0,12}[：:]|^(?:合计|总计|小计)$/

/**
 * The ledger in a table, or null if its header names neither problem nor opinion nor measure. Cells merged over several
 * lines, repeated or left blank below a problem all mean "the same problem".
 */
export function readLedger(table: Table): Ledger | null {
  const grid = gridOf(table)
  const head = headerRows(grid)
  if (!head) return null
  const columns = columnsOf(grid, head.from, head.to)
  const key = keyColumn(columns)
  if (!key) return null
  const builder: Building = { rows: [], leftovers: leftoversAbove(grid, head.from), category: null }
  for (const line of grid.slice(head.to)) addLine(builder, line, columns, key)
  return { table, columns, rows: builder.rows, leftovers: builder.leftovers }
}

interface BuildingRow extends LedgerRow {
  readonly measures: LedgerMeasure[]
}

interface Building {
  readonly rows: BuildingRow[]
  readonly leftovers: Cell[]
  category: Cell | null
}

/** The column that makes a row: the problem, else the opinion, else the manifestation or the measure itself. */
function keyColumn(columns: readonly Column[]): Column | null {
  for (const field of ['problem', 'opinion', 'manifestation', 'measure'] as const) {
    const column = columns.find((candidate) => candidate.field === field)
    if (column) return column
  }
  return null
}

function leftoversAbove(grid: Grid, from: number): Cell[] {
  return [...new Set(grid.slice(0, from).flat())].filter((cell) => cell !== null)
}

function addLine(building: Building, line: readonly (Cell | null)[], columns: readonly Column[], key: Column): void {
  const filled = [...new Set(line)].filter((cell) => cell !== null)
  const [only] = filled
  if (!only) return
  if (NOTE.test(only.text.trim())) {
    building.leftovers.push(...filled)
    return
  }
  if (filled.length === 1 && (only.columnSpan > 1 || only.column === 0)) {
    if (only.columnSpan >= columns.length / 2 && building.rows.length > 0 && /[。；]$/.test(only.text)) building.leftovers.push(only)
    else building.category = only
    return
  }
  const cells = byField(line, columns)
  const problem = line[key.index] ?? null
  const last = building.rows.at(-1)
  const isSame = last && (problem === null || problem === last.problem || problem.text.trim() === last.problem.text.trim())
  if (isSame) last.measures.push(...measuresOf(cells, last))
  else if (problem) {
    const row: BuildingRow = { problem, cells, category: building.category, measures: [] }
    row.measures.push(...measuresOf(cells, row))
    building.rows.push(row)
  } else building.leftovers.push(...filled)
}

function byField(line: readonly (Cell | null)[], columns: readonly Column[]): Partial<Record<LedgerField, Cell>> {
  const cells: Partial<Record<LedgerField, Cell>> = {}
  for (const { index, field } of columns) {
    const cell = line[index]
    if (cell && field !== 'unknown') cells[field] ??= cell
  }
  return cells
}

function measuresOf(cells: Readonly<Partial<Record<LedgerField, Cell>>>, row: LedgerRow): LedgerMeasure[] {
  const cell = cells.measure
  if (!cell || cell === row.problem || row.measures.some(({ start }) => start >= cell.start && start < cell.end)) return []
  return splitNumbered(cell).map(({ start, end, text }) => ({ start, end, text, cells }))
}

import { readDate } from '../../wording/chinese-date.ts'
import type { LedgerField } from '../../tables/header-names.ts'
import type { Ledger, LedgerDuties, LedgerRow } from '../../tables/ledger.ts'
import type { LedgerCell, LedgerEntry, LintedLedger } from './ledger-rule.ts'

/** A ledger with its lines of work, ready for its rules. */
export function lintedLedger(ledger: Ledger): LintedLedger {
  const entries = ledger.rows.flatMap((row, i) => entriesOf(row, i))
  return {
    ledger,
    entries,
    asOf: asOfDay(ledger),
    headerOf: (column) => headerOf(ledger, column ?? columnOf(ledger, 'state') ?? columnOf(ledger, 'progress')),
    isComplete: COMPLETE.every((fields) => ledger.columns.some(({ field }) => fields.includes(field))),
    column: (field) => columnOf(ledger, field),
    filled: (field) =>
      entries.length === 0 ? 0 : entries.filter(({ duties }) => duties[field] !== undefined).length / entries.length,
  }
}

function columnOf({ columns }: Ledger, field: LedgerField): number | null {
  return columns.find((column) => column.field === field && column.tick === undefined)?.index ?? null
}

function headerOf({ header }: Ledger, column: number | null): LedgerCell {
  const own = header.findLast((cell) => cell.column === column) ?? header.at(-1)
  return { line: own?.row ?? 0, column }
}

/** One of each: what is done, who answers for it, how far it is. */
const COMPLETE: readonly (readonly LedgerField[])[] = [['measure'], ['lead', 'unit', 'owner'], ['state', 'progress']]

function entriesOf(row: LedgerRow, place: number): LedgerEntry[] {
  const first = row.cells.reduce((least, cell) => Math.min(least, cell.row), row.cells[0]?.row ?? row.problem.row)
  const number = row.number?.text ?? String(place + 1)
  const byLine = [...Map.groupBy(row.measures, ({ row: line }) => line)]
  if (byLine.length < 2) return [{ row, measures: row.measures, duties: row.duties, line: Math.max(first, 0), number }]
  return byLine.map(([line, measures]) => ({
    row,
    measures,
    duties: dutiesOf(measures.map(({ duties }) => duties)),
    line,
    number,
  }))
}

/** The duties several measures of one cell have together. */
function dutiesOf(duties: readonly LedgerDuties[]): LedgerDuties {
  return Object.assign({}, ...duties.toReversed()) as LedgerDuties
}

const AS_OF = /(?:填报|统计|更新|报送|制表|上报)(?:日期|时间|截至|截止)|截至|截止/

/** The day a ledger says it shows: in the lines above it or in the notes below. */
function asOfDay({ titles, notes }: Ledger): string | null {
  for (const { text, date } of [...titles, ...notes]) {
    const [found] = AS_OF.exec(text) ?? []
    if (found === undefined) continue
    const read =
      date === undefined
        ? readDate(text.slice(text.indexOf(found), text.indexOf(found) + 60))
        : { date, kind: 'date' as const }
    if (read.kind === 'date' && read.date !== undefined) return read.date
  }
  return null
}

import type { Finding, Observation } from '../../findings/finding.ts'
import type { CellPlace } from '../../findings/place.ts'
import type { Rule } from '../../findings/rule.ts'
import type { Ledger, LedgerDuties, LedgerMeasure, LedgerRow } from '../../tables/ledger.ts'
import type { LedgerField } from '../../tables/header-names.ts'

export type LedgerRuleId = `ledger/${string}`

/** One line of work of a ledger: a measure with what stands beside it, or a problem without measures. */
export interface LedgerEntry {
  readonly row: LedgerRow
  /** Several that share one cell of progress or state are one entry. */
  readonly measures: readonly LedgerMeasure[]
  readonly duties: LedgerDuties
  /** The table's line it begins in. From 0. */
  readonly line: number
  /** The row's number as written, else its place among the rows: how messages call it. */
  readonly number: string
}

/** A ledger as its rules see it. */
export interface LintedLedger {
  readonly ledger: Ledger
  readonly entries: readonly LedgerEntry[]
  /** The day the ledger says it shows (填报日期、统计截至), `yyyy-mm-dd`; null if it names none. */
  readonly asOf: string | null
  /** The header of a column, where what it lacks as a whole is told; that of the state or progress for a column that is not there. */
  headerOf(column: number | null): LedgerCell
  /** True if it says what is done, who answers for it and how far it is: then it should also say by when, and what proves it. */
  readonly isComplete: boolean
  /** The column of a field, null if the ledger has none. */
  column(field: LedgerField): number | null
  /** The share of entries that have something in a field, 0 to 1. */
  filled(field: keyof LedgerDuties): number
}

/** A cell of the ledger's table as its rules point at it. */
export interface LedgerCell {
  readonly line: number
  /** Null for the line as a whole. From 0. */
  readonly column: number | null
}

/** What a ledger rule yields. */
export type LedgerObservation = Observation<LedgerCell>

/**
 * A rule about a ledger. An example is a table, one line per row, cells between bars; what must be reported stands
 * between ⟦ ⟧.
 */
export type LedgerRule = Rule<LintedLedger, LedgerObservation, LedgerRuleId>

/** A defect of a ledger, at a cell or a row. */
export type LedgerFinding = Finding<CellPlace>

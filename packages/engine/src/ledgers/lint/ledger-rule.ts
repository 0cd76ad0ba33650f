import type { RuleSource, Severity } from '../../review/rule.ts'
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
  /** The column of a field, null if the ledger has none. */
  column(field: LedgerField): number | null
  /** The share of entries that have something in a field, 0 to 1. */
  filled(field: keyof LedgerDuties): number
}

/** What a rule found, at a cell of the table; the runner adds rule and severity. */
export interface LedgerObservation {
  readonly line: number
  /** The cell's column, null for the row as a whole. From 0. */
  readonly column: number | null
  /** What is wrong, with the words or dates, one Chinese sentence that says what to do. */
  readonly message: string
  /** Other lines that belong to it. */
  readonly related?: readonly number[]
}

/**
 * A rule about a ledger. One file per rule; its examples are its tests and its entry in the reference. An example is a
 * table, one line per row, cells between bars; what must be reported stands between ⟦ ⟧.
 */
export interface LedgerRule {
  readonly id: LedgerRuleId
  /** Chinese name, at most ten characters. */
  readonly name: string
  readonly severity: Severity
  /** Why it matters to who verifies the ledger, one Chinese sentence. */
  readonly why: string
  readonly source: RuleSource
  check(ledger: LintedLedger): Iterable<LedgerObservation>
  readonly bad: readonly string[]
  readonly good: readonly string[]
}

import type { SourceDocument, Table } from '../../reading/source-document.ts'
import { addressOf } from '../../reading/xlsx/sheet-cells.ts'
import type { Severity } from '../../review/rule.ts'
import { readLedgers } from '../../tables/ledger.ts'
import { lintedLedger } from './entries.ts'
import type { LedgerRuleId } from './ledger-rule.ts'
import { ledgerRules } from './rules/index.ts'

/** A defect of a ledger and where it stands. */
export interface LedgerFinding {
  readonly rule: LedgerRuleId
  readonly severity: Severity
  readonly message: string
  /** The sheet's name; for a table of a document “第1个表”. */
  readonly sheet: string
  /** From 0. */
  readonly row: number
  /** Null for the row as a whole. */
  readonly column: number | null
  /** "B7" or, for a whole row, "7"; for workbooks only. */
  readonly address?: string
  /** Other rows that belong to it. From 0. */
  readonly related: readonly number[]
}

/** What the ledgers of a document are and what is wrong with them. */
export interface LedgerLint {
  readonly ledgers: readonly {
    readonly sheet: string
    readonly problems: number
    readonly measures: number
    readonly asOf: string | null
  }[]
  readonly findings: readonly LedgerFinding[]
}

/** Looks through every ledger of a workbook or document by all rules. Tables that are no ledgers are passed over. Never throws. */
export function lintLedger(document: SourceDocument): LedgerLint {
  const found = document.tables.flatMap((table, i) =>
    readLedgers(table, { text: document.text }).map((ledger) => ({
      table,
      name: table.name ?? `第${i + 1}个表`,
      linted: lintedLedger(ledger),
    })),
  )
  const isWorkbook = document.format === 'xlsx'
  return {
    ledgers: found.map(({ name, linted }) => ({
      sheet: name,
      problems: linted.ledger.rows.length,
      measures: linted.ledger.rows.reduce((sum, { measures }) => sum + measures.length, 0),
      asOf: linted.asOf,
    })),
    findings: found.flatMap(({ table, name, linted }) =>
      ledgerRules
        .flatMap(({ id, severity, check }) =>
          Array.from(check(linted), ({ line, column, message, related = [] }): LedgerFinding => ({
            rule: id,
            severity,
            message,
            sheet: name,
            row: line,
            column,
            ...(isWorkbook ? { address: addressIn(table, line, column) } : {}),
            related,
          })),
        )
        .toSorted((a, b) => a.row - b.row || (a.column ?? -1) - (b.column ?? -1)),
    ),
  }
}

/** Where a cell stands; a merged one where it begins. */
function addressIn({ cells }: Table, row: number, column: number | null): string {
  if (column === null) return String(row + 1)
  const covering = cells.find(
    (cell) =>
      cell.column <= column &&
      column < cell.column + cell.columnSpan &&
      cell.row <= row &&
      row < cell.row + cell.rowSpan,
  )
  return addressOf(covering?.row ?? row, covering?.column ?? column)
}

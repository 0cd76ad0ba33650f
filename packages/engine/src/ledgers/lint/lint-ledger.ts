import { isWorkbook, type SourceDocument, type Table } from '../../reading/source-document.ts'
import { addressOf } from '../../reading/xlsx/sheet-cells.ts'
import { inPlaces, toFinding } from '../../findings/finding.ts'
import type { CellPlace } from '../../findings/place.ts'
import { type FailedRule, runRules } from '../../findings/run-rules.ts'
import { readLedgers } from '../../tables/ledger.ts'
import { lintedLedger } from './entries.ts'
import type { LedgerCell, LedgerFinding, LedgerRule } from './ledger-rule.ts'
import { ledgerRules } from './rules/index.ts'

/** What the ledgers of a document are and what is wrong with them. */
export interface LedgerLint {
  readonly ledgers: readonly {
    readonly sheet: string
    readonly problems: number
    readonly measures: number
    readonly asOf: string | null
  }[]
  readonly findings: readonly LedgerFinding[]
  readonly failed: readonly FailedRule[]
}

/**
 * Looks through every ledger of a workbook or document by all rules, or those given; `path` is how places name it. Tables
 * that are no ledgers are passed over. Never throws.
 */
export function lintLedger(
  document: SourceDocument,
  path: string = document.name,
  rules: readonly LedgerRule[] = ledgerRules,
): LedgerLint {
  const isSheets = isWorkbook(document)
  const found = document.tables.flatMap((table, i) =>
    readLedgers(table, { text: document.text }).map((ledger) => {
      const sheet = table.name ?? `第${i + 1}个表`
      const linted = lintedLedger(ledger)
      const placeOf = ({ line, column }: LedgerCell): CellPlace => ({
        kind: 'cell',
        path,
        sheet,
        row: line,
        column,
        ...(isSheets ? { address: addressIn(table, line, column) } : {}),
      })
      const run = runRules(rules, linted, {
        report: (judged, observed) => toFinding(judged, inPlaces(observed, placeOf)),
      })
      return { sheet, linted, run }
    }),
  )
  return {
    ledgers: found.map(({ sheet, linted }) => ({
      sheet,
      problems: linted.ledger.rows.length,
      measures: linted.ledger.rows.reduce((sum, { measures }) => sum + measures.length, 0),
      asOf: linted.asOf,
    })),
    findings: found.flatMap(({ run }) => run.findings.toSorted(fromTheTop)),
    failed: found.flatMap(({ run }) => run.failed),
  }
}

function fromTheTop({ place: a }: LedgerFinding, { place: b }: LedgerFinding): number {
  return a.row - b.row || (a.column ?? -1) - (b.column ?? -1)
}

/** Where a cell stands, a merged one where it begins: "B7", or "7" for a whole row. */
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

import { LONGEST_PASSAGE, type ProposedProblem } from '@duizhao/contract'
import type { LedgerRow, SourceDocument } from '@duizhao/engine'
import { firstOf } from '@duizhao/engine/wording'
import { ledgersIn } from '../import/read-lines.ts'
import { readRow } from '../import/read-row.ts'

const LONGEST_GOAL = 1_000

/** The problems of the ledgers and lists in a paper, each with what its row says of it. */
export function proposedRows(
  document: SourceDocument,
  { today, unit }: { readonly today: string; readonly unit: string },
): ProposedProblem[] {
  return ledgersIn(document, today).flatMap(({ ledger, sheet, title }) => {
    const place = { ledger, sheet, title: `${title} ${document.name}`, today, unit, faults: [], remarks: [] }
    return ledger.rows.filter(({ subject }) => subject !== 'measure').map((row) => proposed(row, readRow(row, place)))
  })
}

function proposed(row: LedgerRow, line: ReturnType<typeof readRow>): ProposedProblem {
  const { start, end } = row.problem
  const { source, aspect, class: kind, dueOn, lead, handler } = line
  const measures = row.measures.map(({ start: begins, end: ends }, at) => ({ begins, ends, fields: line.measures[at] }))
  return {
    ...{ begins: start, ends: start + Math.min(end - start, LONGEST_PASSAGE) },
    ...{ source, class: kind, dueOn, lead, handler, doubt: null },
    text: firstOf(line.text, LONGEST_PASSAGE),
    aspect: firstOf(aspect, 200),
    goal: firstOf(line.goal, LONGEST_GOAL),
    causes: row.causes.map(({ text, start: begins, end: ends }) => ({ begins, ends, text, isSure: true })),
    measures: measures.flatMap(({ fields, ...at }) => (fields === undefined ? [] : [{ ...at, fields, isSure: true }])),
  }
}

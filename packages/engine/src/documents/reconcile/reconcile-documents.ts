import { toFinding } from '../../findings/finding.ts'
import { type FailedRule, runRules } from '../../findings/run-rules.ts'
import type { SourceDocument } from '../../reading/source-document.ts'
import type { ReconcileFinding, ReconcileRule } from './reconcile-rule.ts'
import { rowsOf } from './reconciled-rows.ts'
import { reconcileRules } from './rules/index.ts'
import type { SideBySide } from './side-by-side.ts'
import { traceDocument } from './trace-document.ts'
import { documentRoles } from './traced-problem.ts'

/** Documents side by side, and what they have differently. */
export interface Reconciliation extends SideBySide {
  /** Paths of documents that are no papers of a rectification. */
  readonly others: readonly string[]
  readonly findings: readonly ReconcileFinding[]
  readonly failed: readonly FailedRule[]
}

/**
 * The gap check of a rectification's documents (反馈意见、整改方案、整改台账、进展报告、公开通报, any two or more): every
 * problem of the leading document beside what the others have of it, and what they lack, add or say otherwise, by all
 * rules or those given. Documents come back in the order they follow each other. Never throws.
 */
export function reconcileDocuments(
  given: readonly { readonly path: string; readonly document: SourceDocument }[],
  rules: readonly ReconcileRule[] = reconcileRules,
): Reconciliation {
  const traced = given.map(({ path, document }) => ({ path, traced: traceDocument(path, document) }))
  const others = traced.flatMap(({ path, traced: known }) => (known === null ? [path] : []))
  const documents = traced
    .flatMap(({ traced: known }) => known ?? [])
    .toSorted((a, b) => documentRoles.indexOf(a.role) - documentRoles.indexOf(b.role))
  const rows = rowsOf(documents)
  const { findings, failed } = runRules(
    rules,
    { documents, rows },
    {
      report: (judged, { row, isDoubtful, ...observed }): ReconcileFinding => ({
        ...toFinding(judged, observed),
        row,
        isDoubtful,
      }),
    },
  )
  return { documents, others, rows, findings: findings.toSorted(byRow(documents)), failed }
}

/** Row by row, then the totals of each document from its beginning. */
function byRow(documents: SideBySide['documents']): (a: ReconcileFinding, b: ReconcileFinding) => number {
  const rowOf = ({ row }: ReconcileFinding): number => row ?? Number.MAX_SAFE_INTEGER
  const documentOf = ({ row, place }: ReconcileFinding): number =>
    row === null ? documents.findIndex(({ path }) => path === place.path) : 0
  const startOf = ({ row, place }: ReconcileFinding): number =>
    row === null && place.kind === 'text' ? place.start : 0
  return (a, b) => rowOf(a) - rowOf(b) || documentOf(a) - documentOf(b) || startOf(a) - startOf(b)
}

import type { Finding, Observation } from '../../findings/finding.ts'
import type { Place } from '../../findings/place.ts'
import type { Rule } from '../../findings/rule.ts'
import type { SideBySide } from './side-by-side.ts'

export type ReconcileRuleId = `${'presence' | 'difference' | 'figure' | 'total'}/${string}`

/** What is known of a finding about documents that should agree, beside what every finding has. */
interface InRow {
  /** The row of `rows` it belongs to; null for the totals of a document. */
  readonly row: number | null
  /** True if it depends on a doubtful match. */
  readonly isDoubtful: boolean
}

export type ReconcileObservation = Observation<Place> & InRow

/** A rule about documents that should agree. An example is the documents, written as in `findings/testing/papers.ts`. */
export type ReconcileRule = Rule<SideBySide, ReconcileObservation, ReconcileRuleId>

/** What documents that should agree have differently. */
export type ReconcileFinding = Finding<Place> & InRow

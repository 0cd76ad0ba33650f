import type { BodyDutyYear, WorkRecord } from '@duizhao/contract'
import type { FoundFigures } from '../../platform/feature.ts'

/** The days and the subject a report is asked about. */
export interface SubjectAsked {
  readonly from: string
  readonly to: string
  readonly subject: string
}

/** All that a report on one subject (专题) is filled with. */
export interface SubjectFacts extends SubjectAsked {
  /** The last day the numbers are of: the last asked about, or today. */
  readonly asOf: string
  readonly records: readonly WorkRecord[]
  readonly figures: FoundFigures
  readonly year: BodyDutyYear
}

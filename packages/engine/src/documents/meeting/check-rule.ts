import type { RuleSource, Severity } from '../../review/rule.ts'
import type { MeetingFacts } from './meeting-facts.ts'

export type CheckRuleId = `${'completeness' | 'procedure' | 'agreement' | 'follow-up'}/${string}`

/** A place in one of the folder's documents. */
export interface CheckPlace {
  readonly path: string
  readonly start: number
  readonly end: number
}

/** What a rule found; the runner adds rule, severity and meeting. */
export interface CheckObservation {
  /** One Chinese sentence: what is wrong and what to do. */
  readonly message: string
  /** The name, number or words it is about. */
  readonly about: string
  readonly places: readonly CheckPlace[]
}

/** A rule about a meeting's papers. One file per rule. It is silent where the facts it needs were not surely read. */
export interface CheckRule {
  readonly id: CheckRuleId
  /** Chinese name, at most ten characters. */
  readonly name: string
  readonly severity: Severity
  /** Why it matters, one Chinese sentence. */
  readonly why: string
  readonly source: RuleSource
  check(meeting: MeetingFacts): Iterable<CheckObservation>
}

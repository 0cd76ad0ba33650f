import type { Finding, Observation } from '../../findings/finding.ts'
import type { ComplianceFacts } from '../../compliance/facts.ts'
import type { ComplianceRuleId } from '../../compliance/rule-id.ts'
import type { Place } from '../../findings/place.ts'
import type { Rule } from '../../findings/rule.ts'
import type { MeetingFacts } from './meeting-facts.ts'

/** What a rule about a meeting's papers yields; without a place where something is missing altogether. */
export type CheckObservation = Observation<Place | null>

/** What a rule sees: the papers of a meeting, and what they tell of how it was held. */
export interface SeenMeeting extends MeetingFacts {
  readonly compliance: ComplianceFacts<Place>
}

/**
 * A rule about a meeting's papers. It is silent where the facts it needs were not surely read. An example is the folder,
 * written as in `findings/testing/papers.ts`.
 */
export type CheckRule = Rule<SeenMeeting, CheckObservation, ComplianceRuleId>

/** A defect of a meeting's papers. */
export type CheckFinding = Finding

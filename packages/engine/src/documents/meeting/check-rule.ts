import type { Finding, Observation } from '../../findings/finding.ts'
import type { Place } from '../../findings/place.ts'
import type { Rule } from '../../findings/rule.ts'
import type { MeetingFacts } from './meeting-facts.ts'

export type CheckRuleId = `${'completeness' | 'procedure' | 'agreement' | 'follow-up'}/${string}`

/** What a rule about a meeting's papers yields; without a place where something is missing altogether. */
export type CheckObservation = Observation<Place | null>

/**
 * A rule about a meeting's papers. It is silent where the facts it needs were not surely read. An example is the folder,
 * written as in `findings/testing/papers.ts`.
 */
export type CheckRule = Rule<MeetingFacts, CheckObservation, CheckRuleId>

/** A defect of a meeting's papers. */
export type CheckFinding = Finding

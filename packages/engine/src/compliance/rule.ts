import type { RuleFacts } from '../findings/rule.ts'
import type { ComplianceFacts } from './facts.ts'
import type { ComplianceState, Judgement } from './judgement.ts'
import type { ComplianceRuleId } from './rule-id.ts'
import type { MeetingStep } from './steps.ts'
import type { ComplianceTemplate } from './template.ts'

/** Facts, and what the rule says of them; over a meeting of which nothing else is known, asked of as 民主生活会. */
export interface ComplianceExample {
  /** The facts in words, for the reference. */
  readonly given: string
  readonly facts: Partial<ComplianceFacts<string>>
  readonly template?: Partial<ComplianceTemplate>
  /** Its sentences, in order; none where all is well. */
  readonly says?: readonly string[]
}

/** By the state all judgements of the example are in. A rule is never in a state without an example. */
export type ComplianceExamples = Readonly<
  Partial<Record<ComplianceState, readonly [ComplianceExample, ...ComplianceExample[]]>>
>

/**
 * A rule about how a meeting is prepared, held and followed up. One file per rule; its examples are its tests and its
 * entry in the reference. It judges whatever the facts were read from, and says that it does not know rather than guess.
 */
export interface ComplianceRule extends RuleFacts<ComplianceRuleId> {
  /** At which step it is told; that the archive is not as it should be, when it goes up with the report. */
  readonly step: MeetingStep
  /** It holds a meeting against what its campaign asks: what is said is no better known than that. */
  readonly isOfCampaign?: true
  judge<Where>(facts: ComplianceFacts<Where>, template: ComplianceTemplate): Iterable<Judgement<Where>>
  readonly examples: ComplianceExamples
}

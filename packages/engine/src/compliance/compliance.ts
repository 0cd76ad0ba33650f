import type { Severity } from '../findings/severity.ts'
import type { RuleSource } from '../findings/source.ts'
import type { Known } from '../standards/field-words.ts'
import type { ComplianceFacts } from './facts.ts'
import { type Judgement, met, notApplicable } from './judgement.ts'
import type { ComplianceRule } from './rule.ts'
import type { ComplianceRuleId } from './rule-id.ts'
import { complianceRules } from './rules/index.ts'
import type { MeetingStep } from './steps.ts'
import type { ComplianceTemplate } from './template.ts'

/** What one rule says of a meeting, or of one person or thing in it. */
export interface ComplianceLine<Where> extends Judgement<Where> {
  readonly rule: ComplianceRuleId
  readonly name: string
  readonly step: MeetingStep
  readonly severity: Severity
  /** Whether the meeting must not go on while it is missing or late, unless somebody overrides it with a reason. */
  readonly isBlock: boolean
  /** What the rule rests on, and how well that is known. */
  readonly source: RuleSource
}

/**
 * How a meeting stands to every rule: at least one line of each, in their order. What is as it should be is one line of a
 * rule; what is not, or not known, one for each person or thing. A rule on unverified ground only advises and never blocks.
 */
export function compliance<Where>(
  facts: ComplianceFacts<Where>,
  template: ComplianceTemplate,
  rules: readonly ComplianceRule[] = complianceRules,
): ComplianceLine<Where>[] {
  return rules.flatMap((rule) => {
    const { id, name, step, severity, source, isOfCampaign = false } = rule
    const known = isOfCampaign ? lessKnown(source.known, template.known) : source.known
    const isVerified = known !== 'unverified'
    const told = {
      rule: id,
      name,
      step,
      severity: isVerified ? severity : ('advice' as const),
      isBlock: isVerified && template.blocks.includes(id),
      source: { ...source, known },
    }
    return judgementsOf(rule, facts, template).map((judgement) => ({ ...told, ...judgement }))
  })
}

const BEST_FIRST: readonly Known[] = ['regulation', 'practice', 'unverified']

function lessKnown(one: Known, other: Known): Known {
  return BEST_FIRST.indexOf(one) > BEST_FIRST.indexOf(other) ? one : other
}

/** What one rule says: that all is well once, and not at all beside what is not. */
export function judgementsOf<Where>(
  rule: ComplianceRule,
  facts: ComplianceFacts<Where>,
  template: ComplianceTemplate,
): Judgement<Where>[] {
  const all = [...rule.judge(facts, template)]
  if (all.length === 0) return [notApplicable('没有要求')]
  const told = all.filter(({ state }) => state !== 'met')
  return told.length > 0 ? told : [allMet(all)]
}

function allMet<Where>(all: readonly Judgement<Where>[]): Judgement<Where> {
  const [due = null] = all.flatMap((each) => each.due ?? []).toSorted((a, b) => (a < b ? 1 : -1))
  return met({ due, who: [...new Set(all.flatMap(({ who }) => who))], places: all.flatMap(({ places }) => places) })
}

import { checkRules, ledgerRules, pairRules, reconcileRules, rules } from '@duizhao/engine'
import type { RuleId, Severity } from '@duizhao/engine'

/** What the outputs say about a rule. */
export interface RuleFacts {
  readonly id: RuleId
  readonly name: string
  readonly severity: Severity
  readonly why: string
  /** What it rests on, with how well that is known. */
  readonly source: string
}

const KNOWN = { regulation: '', practice: '（通行做法）', unverified: '（未核实）' } as const

/** Every rule: those that look at one document, then those that look at two. */
export const ruleFacts: readonly RuleFacts[] = [...rules, ...pairRules].map(({ id, name, severity, why, source }) => ({
  id,
  name,
  severity,
  why,
  source: `${source.title}${KNOWN[source.known]}`,
}))

const byId = new Map(ruleFacts.map((facts) => [facts.id, facts]))

/** The facts about a rule, or null if there is no such rule. */
export function factsOf(id: string): RuleFacts | null {
  return byId.get(id as RuleId) ?? null
}

const names = new Map(
  [...rules, ...pairRules, ...checkRules, ...ledgerRules, ...reconcileRules].map(({ id, name }) => [String(id), name]),
)

/** The Chinese name of a rule of any kind; its id if there is no such rule. */
export function ruleName(id: string): string {
  return names.get(id) ?? id
}

import { checkRules, ledgerRules, pairRules, reconcileRules, rules } from '@duizhao/engine'

const names = new Map(
  [...rules, ...pairRules, ...checkRules, ...ledgerRules, ...reconcileRules].map(({ id, name }) => [String(id), name]),
)

/** The Chinese name of a rule of any kind; its id if there is no such rule. */
export function ruleName(id: string): string {
  return names.get(id) ?? id
}

import type { FailedRule } from '@duizhao/engine'

/** A sentence for each rule that broke down, so that nobody takes its silence for a result. */
export function failedRuleWords(failed: readonly FailedRule[]): string[] {
  const byRule = new Map(failed.map((each) => [each.rule, each]))
  return [...byRule.values()].map(
    ({ rule, name, error }) => `规则“${name}”（${rule}）自己出了错，没有检查这一项，请报告给开发者：${error}`,
  )
}

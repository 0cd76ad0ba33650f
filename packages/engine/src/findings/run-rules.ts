import type { Judged, Observation } from './finding.ts'
import type { Rule } from './rule.ts'
import type { Severity } from './severity.ts'

/** Rules switched off or given another severity, by id. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>

/** A rule that threw an error: nothing is known of what it looks for. */
export interface FailedRule {
  readonly rule: string
  readonly name: string
  readonly error: string
}

/** What the rules of one kind found. */
export interface RuleRun<Found> {
  readonly findings: readonly Found[]
  readonly failed: readonly FailedRule[]
}

/** How an observation is reported, and how severe the rules are. */
export interface RunOptions<Observed, Found> {
  readonly report: (judged: Judged, observed: Observed) => Found
  readonly settings?: RuleSettings | undefined
}

/**
 * Runs every rule on what it sees. Findings come rule by rule. A rule that throws costs only itself: it is named in
 * `failed`, what it had found is dropped, and the others go on.
 */
export function runRules<Seen, Observed extends Observation<unknown>, Found>(
  rules: readonly Rule<Seen, Observed>[],
  seen: Seen,
  { report, settings = {} }: RunOptions<Observed, Found>,
): RuleRun<Found> {
  const findings: Found[] = []
  const failed: FailedRule[] = []
  for (const rule of rules) {
    const severity = settings[rule.id] ?? rule.severity
    if (severity === 'off') continue
    try {
      findings.push(...Array.from(rule.check(seen), (observed) => report({ rule: rule.id, severity }, observed)))
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      failed.push({ rule: rule.id, name: rule.name, error: words })
    }
  }
  return { findings, failed }
}

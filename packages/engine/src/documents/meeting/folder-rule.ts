import { judgementsOf } from '../../compliance/compliance.ts'
import type { ComplianceRule } from '../../compliance/rule.ts'
import { complianceTemplates } from '../../compliance/templates.ts'
import type { CheckRule } from './check-rule.ts'
import { placed } from './meeting-files.ts'

/**
 * A rule about how a meeting is held, as it speaks of the papers of a folder: what is missing or late. Its examples show
 * what is read from papers; what it judges of that, those of the rule itself.
 */
export function folderRule(rule: ComplianceRule, examples: Pick<CheckRule, 'bad' | 'good' | 'alsoReports'>): CheckRule {
  const { id, name, severity, why, source } = rule
  return {
    id,
    name,
    severity,
    why,
    source,
    ...examples,
    *check({ compliance, kind }) {
      for (const { state, message, places } of judgementsOf(rule, compliance, complianceTemplates[kind]))
        if ((state === 'missing' || state === 'late') && message !== null) yield { message, ...placed(places) }
    },
  }
}

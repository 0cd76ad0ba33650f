import type { Finding } from '@duizhao/engine'
import { countBySeverity } from '../outcome/outcome.ts'
import type { PlainReport } from '../plain/plain-report.ts'

/** What all findings come to: `looked` says what was looked at, `nothing` what is said if there are none. */
export function verdictOn(
  findings: readonly Finding[],
  { looked, nothing }: { readonly looked: string; readonly nothing: string },
): PlainReport['verdict'] {
  if (findings.length === 0) return { tone: 'good', words: nothing }
  const { error } = countBySeverity(findings)
  return {
    tone: error > 0 ? 'error' : 'warning',
    words: `${looked}，${findings.length} 处要看，其中错误 ${error} 处。`,
  }
}

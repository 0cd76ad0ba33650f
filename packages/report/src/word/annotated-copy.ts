import { annotateDocx } from '@duizhao/engine'
import type { DocxComment, ReviewFinding, SourceDocument, Unreadable } from '@duizhao/engine'
import { factsOf } from '../outcome/rule-facts.ts'
import { severityNames } from '../outcome/words.ts'

/** A copy of a .docx with findings as Word comments, otherwise unchanged; the reason if it cannot carry them. */
export function annotatedCopy(
  bytes: Uint8Array,
  document: SourceDocument,
  findings: readonly ReviewFinding[],
): Uint8Array | Unreadable {
  return annotateDocx(bytes, document, findings.map(toComment))
}

function toComment({ rule, severity, place: { start, end }, message, suggestion }: ReviewFinding): DocxComment {
  const facts = factsOf(rule)
  const advice = suggestion === undefined ? [] : [suggestion === '' ? '建议删去。' : `建议改为：${suggestion}`]
  return {
    start,
    end,
    text: [`【${severityNames[severity]}】${message}。`, ...advice, ...(facts === null ? [] : [facts.why])].join('\n'),
  }
}

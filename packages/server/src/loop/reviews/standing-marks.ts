import type { FindingVerdict, PaperRemark } from '@duizhao/contract'
import type { Mark } from './mark-queries.ts'

/** How a version stands after everything that was said of it: the last word on each finding, and the remarks not taken back. */
export function standingMarks(
  marks: readonly Mark[],
  accountId: string,
): { verdicts: FindingVerdict[]; remarks: PaperRemark[] } {
  const verdicts = new Map<string, FindingVerdict>()
  const remarks = new Map<string, PaperRemark>()
  for (const { id, act, finding, remarkId, start, end, text, byName: by, at: instant, ...mark } of marks) {
    const at = instant.toISOString()
    if (act === 'remark') remarks.set(id, { id, start, end, text, by, at, isOwn: mark.accountId === accountId })
    else if (act === 'withdraw') remarks.delete(remarkId ?? '')
    else if (act === 'none') verdicts.delete(finding ?? '')
    else verdicts.set(finding ?? '', { key: finding ?? '', verdict: act, reason: text, by, at })
  }
  return {
    verdicts: [...verdicts.values()],
    remarks: [...remarks.values()].toSorted((a, b) => a.start - b.start || a.end - b.end),
  }
}

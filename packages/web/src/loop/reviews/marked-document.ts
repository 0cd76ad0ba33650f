import { type PaperReview, type ReviewMarks, verdictNames } from '@duizhao/contract'
import type { PageDocument, PageFinding } from '@duizhao/view'
import { instantInChinese } from '../../platform/archetypes/dates.ts'

type Reviewed = NonNullable<PaperReview['reviewed']>
export type Marks = Pick<ReviewMarks, 'verdicts' | 'remarks'>

/** A note in the margin: a finding of the engine or a remark, with what it is known by. */
export interface MarkedNote {
  readonly key: string
  readonly kind: 'finding' | 'remark'
  readonly start: number
  readonly end: number
  readonly message: string
  /** What was decided on a finding; null for one that waits. */
  readonly verdict: 'accepted' | 'dismissed' | null
  readonly isOwn: boolean
}

/** A document as the views draw it, and its notes in the order of the margin. */
export interface MarkedDocument {
  readonly page: PageDocument
  readonly notes: readonly MarkedNote[]
}

/** The text of a review with its findings and remarks as they stand; `fresh` are findings that an earlier version had not. */
export function markedDocument(
  { text, findings }: Reviewed,
  { verdicts, remarks }: Marks,
  fresh: ReadonlySet<string>,
): MarkedDocument {
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.key, verdict]))
  const found = findings.map(({ key, rule, severity, start, end, message, suggestion }) => {
    const verdict = verdictOf.get(key)
    const note: MarkedNote = {
      key,
      kind: 'finding',
      start,
      end,
      message,
      verdict: verdict?.verdict ?? null,
      isOwn: false,
    }
    const finding: PageFinding = {
      ...{ rule, severity, start, end, message },
      ...(suggestion === null ? {} : { suggestion }),
      ...(verdict?.verdict === 'dismissed' ? { reason: verdict.reason } : {}),
      ...(verdict?.verdict === 'accepted'
        ? { label: `已${verdictNames.accepted}` }
        : fresh.has(key)
          ? { label: '新的' }
          : {}),
      ...(verdict === undefined ? {} : { told: [`${verdict.by}，${instantInChinese(verdict.at)}`] }),
    }
    return { note, finding }
  })
  const said = remarks.map(({ id, start, end, text: words, by, at, isOwn }) => ({
    note: { key: id, kind: 'remark', start, end, message: words, verdict: null, isOwn } satisfies MarkedNote,
    finding: {
      ...{ rule: '', severity: 'advice', start, end, message: words, isRemark: true },
      told: [`${by}，${instantInChinese(at)}`],
    } satisfies PageFinding,
  }))
  const all = [...found, ...said].toSorted((a, b) => a.note.start - b.note.start || a.note.end - b.note.end)
  return {
    page: { ...text, path: '', findings: all.map(({ finding }) => finding) },
    notes: all.map(({ note }) => note),
  }
}

/** The next finding that waits for a decision, after a place and then from the top; null if none does. */
export function nextWaiting(notes: readonly MarkedNote[], after: string | null): string | null {
  const at = notes.findIndex(({ key }) => key === after)
  const waits = ({ kind, verdict }: MarkedNote): boolean => kind === 'finding' && verdict === null
  const rest = [...notes.slice(at + 1), ...notes.slice(0, at + 1)]
  return rest.find((note) => waits(note) && note.key !== after)?.key ?? null
}

/** How far one is, in a sentence. */
export function standingInWords(notes: readonly MarkedNote[]): string {
  const findings = notes.filter(({ kind }) => kind === 'finding')
  const remarks = notes.length - findings.length
  const count = (verdict: MarkedNote['verdict']): number => findings.filter((note) => note.verdict === verdict).length
  const parts = [
    findings.length === 0 ? '没有审核意见' : `审核意见 ${findings.length} 条`,
    count('accepted') > 0 ? `采纳 ${count('accepted')}` : '',
    count('dismissed') > 0 ? `不采纳 ${count('dismissed')}` : '',
    count(null) > 0 ? `没有处理 ${count(null)}` : '',
    remarks > 0 ? `审核人的意见 ${remarks} 条` : '',
  ]
  return parts.filter((part) => part !== '').join('，')
}

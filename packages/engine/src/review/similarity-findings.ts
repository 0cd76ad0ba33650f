import type { Examination } from '../examination/examination.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { SimilarPair } from '../similarity/similar-pair.ts'
import { textPlace } from '../findings/place.ts'
import type { RuleFacts } from '../findings/rule.ts'
import type { RuleSource } from '../findings/source.ts'
import type { ReviewFinding, RuleId } from './rule.ts'

/** What a finding about two documents needs to know of each. */
export interface ComparedDocument {
  readonly id: string
  /** How the other document is named in the message. */
  readonly name: string
}

/** From this share on a material is copied as a whole (审核实践中的认定线); below it parts of it are. */
const WHOLE = 0.8
const SOURCE: RuleSource = { title: '两份材料的文字比对', known: 'practice' }
const COPIED: RuleId = 'similarity/copied'
const OWN: RuleId = 'similarity/own-earlier-material'

/** The rules that look at two documents; they are reported by `findingsOfPair`, not by `review`. */
export const pairRules: readonly RuleFacts<RuleId>[] = [
  {
    id: COPIED,
    name: '与他人材料雷同',
    why: '对照检查要写自己的问题，成段照抄别人的材料等于没有对照。',
    severity: 'warning',
    source: SOURCE,
  },
  {
    id: OWN,
    name: '与本人其他材料雷同',
    why: '年年用同一份材料，说明上年的问题没有改，今年也没有认真查。',
    severity: 'warning',
    source: SOURCE,
  },
]

/** The finding for each of two similar documents, at its longest shared passage; an error if most of it is shared. */
export function findingsOfPair(
  pair: SimilarPair,
  a: ComparedDocument,
  b: ComparedDocument,
): { readonly a: ReviewFinding; readonly b: ReviewFinding } {
  const side = (own: 'a' | 'b', share: number, { path, other }: { path: string; other: string }): ReviewFinding => {
    const spans = pair.passages.map((passage) => passage[own]).toSorted((x, y) => y.end - y.start - (x.end - x.start))
    const [longest = { start: 0, end: 0 }, ...related] = spans
    const amount = `${spans.length}处、占${Math.round(share * 100)}%`
    const message = pair.own
      ? `与同一作者的“${other}”雷同${amount}，如是往年的材料，请按今年的情况重写`
      : `与“${other}”雷同${amount}，请核对是否抄录`
    return {
      rule: pair.own ? OWN : COPIED,
      severity: share >= WHOLE ? 'error' : 'warning',
      message,
      place: textPlace(path, longest),
      related: related.map((span) => textPlace(path, span)),
    }
  }
  return {
    a: side('a', pair.shareOfA, { path: a.id, other: b.name }),
    b: side('b', pair.shareOfB, { path: b.id, other: a.name }),
  }
}

const NAME_LINES = 3

/**
 * Whose material this is, as far as title and signature line tell: two materials of one group and different years are
 * a person's (or unit's) own. Undefined if nothing names the author.
 */
export function authorOf(document: SourceDocument, examination: Examination): string | undefined {
  const { titleSpan, title, kind } = examination
  const after = document.paragraphs
    .filter(({ start, style }) => start >= titleSpan.end && style !== 'cell')
    .slice(0, NAME_LINES)
  const lines = after.map(({ start, end }) => document.text.slice(start, end).replace(/[\s*#　]/g, ''))
  const named = lines.find((line) => line.length <= 40 && line.length >= 2 && !/[。；，]|^[（(]?20\d\d/.test(line))
  const unit = title.replace(
    /20\d\d年?度?|[^\u4e00-\u9fff]|(?:主题教育|党史学习教育|专题|民主|组织|生活会|对照检查|检视剖析|材料|发言提纲|领导班子|个人|党员)/g,
    '',
  )
  const author = `${named ?? ''}${unit}`
  return author.length >= 2 ? `${kind} ${author}` : undefined
}

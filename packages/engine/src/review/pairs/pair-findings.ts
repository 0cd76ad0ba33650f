import { toFinding } from '../../findings/finding.ts'
import { textPlace } from '../../findings/place.ts'
import { type RuleRun, type RuleSettings, runRules } from '../../findings/run-rules.ts'
import type { SimilarPair } from '../../similarity/similar-pair.ts'
import type { ReviewFinding } from '../rule.ts'
import type { PairRule, PairSide } from './pair-rule.ts'
import { pairRules } from './rules/index.ts'

/** What a finding about two documents needs to know of each. */
export interface ComparedDocument {
  /** As places name it. */
  readonly path: string
  /** How the other document's message names it. */
  readonly name: string
}

/** How severe the rules are, and other rules than all there are. */
export interface PairOptions {
  readonly settings?: RuleSettings | undefined
  readonly rules?: readonly PairRule[]
  /** True if one is a list made from the other (`isListOf`). */
  readonly isOwnList?: boolean
}

/** What there is to say about two similar documents to each of them, at its longest shared passage. */
export function findingsOfPair(
  { own, passages, shareOfA, shareOfB }: SimilarPair,
  [a, b]: readonly [ComparedDocument, ComparedDocument],
  { settings = {}, rules = pairRules, isOwnList = false }: PairOptions = {},
): RuleRun<ReviewFinding> {
  const side = (which: 'a' | 'b', share: number): PairSide => {
    const [self, other] = which === 'a' ? [a, b] : [b, a]
    const spans = passages.map((passage) => passage[which]).toSorted((x, y) => y.end - y.start - (x.end - x.start))
    return { path: self.path, other: other.name, share, places: spans.map((span) => textPlace(self.path, span)) }
  }
  const sides = [side('a', shareOfA), side('b', shareOfB)] as const
  return runRules(
    rules,
    { sides, own, isOwnList },
    {
      settings,
      report: ({ rule, severity }, { isWhole, ...told }) =>
        toFinding({ rule, severity: isWhole && settings[rule] === undefined ? 'error' : severity }, told),
    },
  )
}

import type { Span } from '../span.ts'
import { originalSpan } from './normal-text.ts'
import { findPassages, type Passage } from './passages.ts'
import { countedCharacters, type PreparedDocument } from './prepared-document.ts'
import { type GramTable, gramTable } from './shared-runs.ts'

/** A passage in offsets of the two texts. */
export interface SharedPassage {
  readonly a: Span
  readonly b: Span
}

/** Two documents with text in common. */
export interface SimilarPair {
  readonly a: string
  readonly b: string
  /**
   * The characters of a that lie in passages as a fraction, 0 to 1, of all its characters; in both only those count
   * that are no punctuation, not public and not excluded.
   */
  readonly shareOfA: number
  readonly shareOfB: number
  /** What was copied, in the order of `a`. */
  readonly passages: readonly SharedPassage[]
  /** Longer stretches both have that do not count: slogans, headings, formulas. */
  readonly publicPassages: readonly SharedPassage[]
  /** True if both are of the same group: not copied from another but from one's own earlier material. */
  readonly own: boolean
}

/** From when on a pair is reported. */
export interface Threshold {
  /** Characters that count in one passage. */
  readonly passage: number
  /** Share of either document, 0 to 1. */
  readonly share: number
}

// Measured (docs/performance.md, "Similarity"): the passages of honest documents of one campaign have at most some
// thirty counted characters, so a passage of sixty or a tenth of a document is copying. Only firm passages make a pair;
// once it is made, short ones are shown too, since copied sentences that were rearranged leave short ones.
export const USUAL_THRESHOLD: Threshold = { passage: 60, share: 0.1 }
const FIRM = 24
const SHORT = 16
const DENSITY = 0.6

/** The pair as it is reported, or null if it is below the threshold. `tableOfB` may be given to save making it. */
export function comparePair(
  a: PreparedDocument,
  b: PreparedDocument,
  threshold: Threshold,
  tableOfB: GramTable = gramTable(b.codes),
): SimilarPair | null {
  const passages = isSame(a.codes, b.codes)
    ? wholeText(a)
    : findPassages(a.codes, tableOfB, { maskA: a.mask, maskB: b.mask, least: SHORT, density: DENSITY })
  const firm = passages.filter((passage) => passage.counted >= FIRM)
  const longest = firm.reduce((most, passage) => Math.max(most, passage.counted), 0)
  const isCopied = longest >= threshold.passage || Math.max(shareOfA(a, firm), shareOfB(b, firm)) >= threshold.share
  if (!isCopied || passages.length === 0) return null
  const shown = passages.filter((passage) => passage.counted >= SHORT)
  const toPassages = inTexts(a, b)
  return {
    a: a.document.id,
    b: b.document.id,
    shareOfA: shareOfA(a, shown),
    shareOfB: shareOfB(b, shown),
    passages: toPassages(shown),
    publicPassages: toPassages(passages.filter((passage) => passage.counted < SHORT && passage.equal >= FIRM)),
    own: a.document.group !== undefined && a.document.group === b.document.group,
  }
}

function isSame(a: Uint16Array, b: Uint16Array): boolean {
  return a.length === b.length && a.every((code, at) => code === b[at])
}

function wholeText({ codes, mask }: PreparedDocument): Passage[] {
  const counted = countedCharacters(mask)
  const all = { aStart: 0, aEnd: codes.length, bStart: 0, bEnd: codes.length, equal: codes.length, counted }
  return counted === 0 ? [] : [all]
}

function shareOfA(a: PreparedDocument, passages: readonly Passage[]): number {
  return share(a.mask, passages, (passage) => [passage.aStart, passage.aEnd])
}

function shareOfB(b: PreparedDocument, passages: readonly Passage[]): number {
  return share(b.mask, passages, (passage) => [passage.bStart, passage.bEnd])
}

function share(mask: Uint8Array, passages: readonly Passage[], side: (passage: Passage) => [number, number]): number {
  if (passages.length === 0) return 0
  const marked = new Uint8Array(mask.length)
  for (const passage of passages) marked.fill(1, ...side(passage))
  let inPassages = 0
  for (let at = 0; at < mask.length; at++) if (mask[at] === 0 && marked[at] === 1) inPassages += 1
  const counted = countedCharacters(mask)
  return counted === 0 ? 0 : inPassages / counted
}

function inTexts(a: PreparedDocument, b: PreparedDocument): (passages: readonly Passage[]) => SharedPassage[] {
  return (passages) =>
    passages.map((passage) => ({
      a: originalSpan(a.normal(), passage.aStart, passage.aEnd),
      b: originalSpan(b.normal(), passage.bStart, passage.bEnd),
    }))
}

import type { Span } from '../span.ts'
import { fingerprint, type Fingerprints, GRAM, GUARANTEED_RUN } from './fingerprint.ts'
import { publicFrom } from './fingerprint-index.ts'
import { normalCodes, normalise, normalIndex, type NormalText } from './normal-text.ts'
import { EXCLUDED, FREQUENT, maskPublicPhrases } from './public-phrases.ts'

/** A document to compare. */
export interface ComparableDocument {
  /** Names the document in results: a path. */
  readonly id: string
  readonly text: string
  /** Stretches that do not count: headings, aspects a notice prescribes. */
  readonly excluded?: readonly Span[]
  /** Documents of one author (or of one unit, over the years) have the same; see `SimilarPair.own`. */
  readonly group?: string
}

/** A document made ready for comparison. */
export interface PreparedDocument {
  readonly document: ComparableDocument
  readonly codes: Uint16Array
  /** For each normal character 0, or why it does not count. */
  readonly mask: Uint8Array
  /** Made when first asked for. */
  readonly fingerprints: () => Fingerprints
  /** The text with its offsets; made when first asked for, since few documents are reported. */
  readonly normal: () => NormalText
}

/** Normalises and masks what is public or excluded. */
export function prepare(document: ComparableDocument): PreparedDocument {
  const codes = normalCodes(document.text)
  const normal = once(() => normalise(document.text))
  const mask = new Uint8Array(codes.length)
  maskPublicPhrases(codes, mask)
  for (const span of document.excluded ?? []) maskSpan(normal(), mask, span)
  // Of the mask as it is now: what is frequent is masked only after the fingerprints have told so.
  const unmasked = mask.slice()
  return {
    document,
    codes,
    mask,
    fingerprints: once(() => fingerprint(codes, unmasked)),
    normal,
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function maskSpan(normal: NormalText, mask: Uint8Array, span: Span): void {
  const end = normalIndex(normal, span.end)
  for (let at = normalIndex(normal, span.start); at < end; at++) mask[at] = (mask[at] ?? 0) | EXCLUDED
}

/** Longer than any formula a notice prescribes; a longer stretch that many documents share was copied by many. */
const LONGEST_FORMULA = 240
/** If formulas would be more of a document than this, they are no formulas but a text that many copied. */
export const MOST_FORMULAS = 1 / 3

/**
 * Masks the stretches whose fingerprints so many of `documents` documents have that they are public phrases nobody
 * listed. `frequencies` are parallel to the document's fingerprints.
 */
export function maskFrequent(prepared: PreparedDocument, frequencies: Uint32Array, documents: number): void {
  const { positions } = prepared.fingerprints()
  const common = publicFrom(documents)
  const formulas: { from: number; to: number }[] = []
  let from = -1
  for (let at = 0; at <= positions.length; at++) {
    const isCommon = at < positions.length && (frequencies[at] ?? 0) >= common
    const last = at > 0 ? (positions[at - 1] ?? 0) : 0
    const isFar = (positions[at] ?? 0) - last > GUARANTEED_RUN
    if (from >= 0 && (!isCommon || isFar)) {
      if (last + GRAM - from <= LONGEST_FORMULA) formulas.push({ from, to: last + GRAM })
      from = -1
    }
    if (isCommon && from < 0) from = positions[at] ?? 0
  }
  const characters = formulas.reduce((sum, formula) => sum + formula.to - formula.from, 0)
  if (characters > countedCharacters(prepared.mask) * MOST_FORMULAS) return
  for (const formula of formulas) {
    for (let at = formula.from; at < formula.to; at++) prepared.mask[at] = (prepared.mask[at] ?? 0) | FREQUENT
  }
}

/** Number of characters that count. */
export function countedCharacters(mask: Uint8Array): number {
  let count = 0
  for (const reason of mask) if (reason === 0) count += 1
  return count
}

import type { Span } from '../span.ts'
import { originalSpan } from './normal-text.ts'
import { findPassages } from './passages.ts'
import { prepare } from './prepared-document.ts'
import { gramTable } from './shared-runs.ts'
import type { SharedPassage } from './similar-pair.ts'

/** So many counted characters repeated in one document are a repetition and not a turn of phrase. */
const REPEATED = 40
/** Nearly verbatim: the same sentence with one or two words changed, not two sentences of one pattern. */
const DENSITY = 0.8

/**
 * Stretches of at least 40 characters (punctuation, public phrases and excluded spans not counted) that one document
 * has twice, verbatim or nearly so: `a` is the earlier place, `b` the later one. Ordered by the later place.
 */
export function findSelfRepetition(text: string, excluded: readonly Span[] = []): SharedPassage[] {
  const { codes, mask, normal } = prepare({ id: '', text, excluded })
  const search = { maskA: mask, maskB: mask, least: REPEATED, density: DENSITY, within: true }
  return findPassages(codes, gramTable(codes), search)
    .filter((passage) => passage.counted >= REPEATED)
    .map(({ aStart, aEnd, bStart, bEnd }) => ({
      a: originalSpan(normal(), bStart, bEnd),
      b: originalSpan(normal(), aStart, aEnd),
    }))
}

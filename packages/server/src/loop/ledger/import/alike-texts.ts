import { bigramIndex, bigramsOf } from '@duizhao/engine/wording'

/** Texts this alike may tell of the same thing: one word of four, or one character of a short sentence, is another. */
const ALIKE = 0.75

/** An index of texts for finding the one most like another without comparing it with each. */
export interface TextIndex {
  /** Those that are alike enough, as their places in what was given, with how alike they are. */
  alike(text: string): { readonly at: number; readonly likeness: number }[]
}

export function textIndex(texts: readonly string[]): TextIndex {
  const pairsOf = texts.map(bigramsOf)
  const index = bigramIndex(pairsOf)
  const sizes = pairsOf.map(({ size }) => size)
  return {
    alike: (text) => {
      const pairs = bigramsOf(text)
      return [...index.sharing(pairs)].flatMap(([at, count]) => {
        const dice = (2 * count) / (pairs.size + (sizes[at] ?? 0))
        const likeness = Math.max(dice, shareAround(text, texts[at] ?? ''))
        return likeness >= ALIKE ? [{ at, likeness }] : []
      })
    },
  }
}

/** How much of two texts is the same at both ends of the one stretch in which they differ, 0 to 1. */
function shareAround(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let before = 0
  while (before < shorter && a[before] === b[before]) before += 1
  let after = 0
  while (after < shorter - before && a.at(-1 - after) === b.at(-1 - after)) after += 1
  return (before + after) / Math.max(a.length, b.length, 1)
}

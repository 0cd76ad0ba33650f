import { bigramIndex } from '../wording/bigram-index.ts'

/** Which of many texts are most like one, without comparing it with all of them. */
interface SimilarTexts {
  /** The places of texts that share most bigrams, best first. */
  nearest(grams: ReadonlySet<string>, most: number): number[]
}

const COMMON = 120

/** An index over texts given as bigrams. */
export function similarTexts(texts: readonly ReadonlySet<string>[]): SimilarTexts {
  const index = bigramIndex(texts, COMMON)
  return {
    nearest: (grams, most) =>
      [...index.sharing(grams)]
        .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, most)
        .map(([at]) => at),
  }
}

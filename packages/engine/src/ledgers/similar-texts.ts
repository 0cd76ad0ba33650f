/** Which of many texts are most like one, without comparing it with all of them. */
interface SimilarTexts {
  /** The places of texts that share most bigrams, best first. */
  nearest(grams: ReadonlySet<string>, most: number): number[]
}

/** Bigrams in more texts than this tell nothing apart and would make the search slow. */
const COMMON = 120

/** An index over texts given as bigrams. */
export function similarTexts(texts: readonly ReadonlySet<string>[]): SimilarTexts {
  const places = new Map<string, number[]>()
  for (const [i, grams] of texts.entries()) {
    for (const gram of grams) {
      const known = places.get(gram)
      if (known) known.push(i)
      else places.set(gram, [i])
    }
  }
  return {
    nearest(grams, most) {
      const shared = new Map<number, number>()
      for (const gram of grams) {
        const found = places.get(gram) ?? []
        if (found.length > COMMON) continue
        for (const i of found) shared.set(i, (shared.get(i) ?? 0) + 1)
      }
      return [...shared]
        .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, most)
        .map(([i]) => i)
    },
  }
}

/** Which of many texts share pairs of characters with one, without comparing it with each of them. */
export interface BigramIndex {
  /** The places of the texts that share any pair, with how many they share. */
  sharing(pairs: ReadonlySet<string>): ReadonlyMap<number, number>
}

/**
 * An index over texts given as their pairs (`bigramsOf`). Pairs that stand in more than `common` texts tell nothing apart
 * and would make the search slow: they are not counted.
 */
export function bigramIndex(texts: readonly ReadonlySet<string>[], common = Infinity): BigramIndex {
  const places = new Map<string, number[]>()
  for (const [at, pairs] of texts.entries()) {
    for (const pair of pairs) {
      const known = places.get(pair)
      if (known) known.push(at)
      else places.set(pair, [at])
    }
  }
  return {
    sharing(pairs) {
      const shared = new Map<number, number>()
      for (const pair of pairs) {
        const found = places.get(pair) ?? []
        if (found.length > common) continue
        for (const at of found) shared.set(at, (shared.get(at) ?? 0) + 1)
      }
      return shared
    },
  }
}

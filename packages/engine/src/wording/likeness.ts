/** The pairs of neighbouring characters of a text, each once. */
export function bigramsOf(words: string): ReadonlySet<string> {
  const found = new Set<string>()
  const text = words.slice(0, LONGEST)
  if (text.length === 1) found.add(text)
  for (let i = 0; i + 2 <= text.length; i++) found.add(text.slice(i, i + 2))
  return found
}

/** Beginnings this long tell texts apart. */
const LONGEST = 600

/** How alike two texts are by their bigrams (Dice's coefficient), 0 to 1; 0 if either is empty. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const gram of small) if (large.has(gram)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

/** Which of many texts are most like one, without comparing it with all of them. */
export interface SimilarTexts {
  /** The places of texts that share most bigrams, best first. */
  nearest(grams: ReadonlySet<string>, most: number): number[]
}

/** Bigrams in more texts than this tell nothing apart and would make the search slow. */
const COMMON = 120

/** An index over texts given as bigrams. */
export function indexOf(texts: readonly ReadonlySet<string>[]): SimilarTexts {
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

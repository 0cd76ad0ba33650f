import { bigramsOf } from './likeness.ts'

/** How alike texts are where rare pairs of characters count more than common ones. */
export interface RareLikeness {
  /** Cosine of the weighted pairs, 0 to 1. */
  cosine(a: string, b: string): number
  /** How much of a text stands in another, 0 to 1. */
  within(part: string, whole: string): number
}

interface Vector {
  readonly weights: ReadonlyMap<string, number>
  readonly length: number
}

/**
 * Likeness among things that are told in several texts each (a name and a description): pairs of neighbouring characters
 * weighted by how few of the things have them (tf–idf), so that 加强, 工作, 制度 tell little.
 */
export function rareLikenessAmong(things: readonly (readonly string[])[]): RareLikeness {
  const frequency = new Map<string, number>()
  for (const texts of things) {
    for (const pair of new Set(texts.flatMap((text) => [...bigramsOf(text)])))
      frequency.set(pair, (frequency.get(pair) ?? 0) + 1)
  }
  const known = new Map<string, Vector>()
  const vectorOf = (text: string): Vector => {
    const found = known.get(text)
    if (found) return found
    const weights = new Map(
      [...bigramsOf(text)].map((pair) => [pair, Math.log(1 + things.length / (frequency.get(pair) ?? 1))] as const),
    )
    const made = { weights, length: Math.hypot(...weights.values()) }
    known.set(text, made)
    return made
  }
  return {
    cosine(a, b) {
      const [one, two] = [vectorOf(a), vectorOf(b)]
      return one.length * two.length === 0 ? 0 : product(one, two) / (one.length * two.length)
    },
    within(part, whole) {
      const [one, two] = [vectorOf(part), vectorOf(whole)]
      return one.length === 0 ? 0 : product(one, two) / one.length ** 2
    },
  }
}

function product(a: Vector, b: Vector): number {
  let sum = 0
  for (const [pair, weight] of a.weights) sum += weight * (b.weights.get(pair) ?? 0)
  return sum
}

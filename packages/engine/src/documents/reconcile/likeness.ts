import { comparedWords } from './compared-words.ts'

/** How alike problems of two documents are. */
export interface Likeness {
  /** 0 to 1: by what they are called and by all their words, rare words counting more. */
  of(a: Words, b: Words): number
  /** How much of the name of `a` stands in `b`, 0 to 1. */
  within(a: Words, b: Words): number
}

export interface Words {
  readonly name: string
  readonly text: string
}

type Vector = ReadonlyMap<string, number>

/** Likeness among these problems: pairs of neighbouring characters weighted by how few problems have them (tf–idf). */
export function likenessAmong(problems: readonly Words[]): Likeness {
  const known = new Map<string, ReadonlySet<string>>()
  const grams = (text: string): ReadonlySet<string> => {
    const found = known.get(text) ?? bigrams(comparedWords(text).replace(/,/g, ''))
    known.set(text, found)
    return found
  }
  const frequency = new Map<string, number>()
  for (const { name, text } of problems) {
    for (const gram of new Set([...grams(name), ...grams(text)])) frequency.set(gram, (frequency.get(gram) ?? 0) + 1)
  }
  const weight = (gram: string): number => Math.log(1 + problems.length / (frequency.get(gram) ?? 1))
  const vectors = new Map<string, { vector: Vector; length: number }>()
  const vectorOf = (text: string): { vector: Vector; length: number } => {
    const found = vectors.get(text)
    if (found) return found
    const vector = new Map([...grams(text)].map((gram) => [gram, weight(gram)] as const))
    const made = { vector, length: Math.hypot(...vector.values()) }
    vectors.set(text, made)
    return made
  }
  const cosine = (a: string, b: string): number => {
    const [one, two] = [vectorOf(a), vectorOf(b)]
    return one.length * two.length === 0 ? 0 : shared(one.vector, two.vector) / (one.length * two.length)
  }
  return {
    of: (a, b) => Math.max(cosine(a.name, b.name), cosine(a.text, b.text)),
    within: (a, b) => {
      const [name, text] = [vectorOf(a.name), vectorOf(b.text)]
      return name.length === 0 ? 0 : shared(name.vector, text.vector) / name.length ** 2
    },
  }
}

function shared(a: Vector, b: Vector): number {
  let sum = 0
  for (const [gram, value] of a) sum += value * (b.get(gram) ?? 0)
  return sum
}

function bigrams(words: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let i = 0; i + 2 <= Math.min(words.length, 400); i++) found.add(words.slice(i, i + 2))
  return found
}

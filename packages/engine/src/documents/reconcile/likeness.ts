import { rareLikenessAmong } from '../../wording/rare-likeness.ts'
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

/** Likeness among these problems, by their words as they are compared. */
export function likenessAmong(problems: readonly Words[]): Likeness {
  const compared = new Map<string, string>()
  const words = (text: string): string => {
    const known = compared.get(text) ?? comparedWords(text).replace(/,/g, '')
    compared.set(text, known)
    return known
  }
  const { cosine, within } = rareLikenessAmong(problems.map(({ name, text }) => [words(name), words(text)]))
  return {
    of: (a, b) => Math.max(cosine(words(a.name), words(b.name)), cosine(words(a.text), words(b.text))),
    within: (a, b) => within(words(a.name), words(b.text)),
  }
}

import { classOf, stateOf } from '../../wording/state-words.ts'
import { plainWords } from '../cell-content.ts'

/** The word of a drop-down list that says what `text` says: the same, or of the same state or class; null if none does. */
export function chosenWord(text: string, words: readonly string[]): string | null {
  const same = words.find((word) => plainWords(word) === plainWords(text))
  if (same !== undefined) return same
  for (const meaning of [stateOf, classOf]) {
    const meant = meaning(text)
    const alike = meant === null ? [] : words.filter((word) => meaning(word) === meant)
    if (alike[0] !== undefined && alike.length === 1) return alike[0]
  }
  return null
}

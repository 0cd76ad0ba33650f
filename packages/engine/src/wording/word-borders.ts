const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
/** Words of the field are shorter; what stands farther off changes no border. */
const BEFORE = 8
const AFTER = 8

/** The word around a position: where it begins and what it is. Words are those of the dictionary of Unicode (UAX 29, ICU). */
export function wordAt(text: string, at: number): { readonly start: number; readonly word: string } {
  const from = Math.max(0, at - BEFORE)
  const segment = segmenter.segment(text.slice(from, at + AFTER)).containing(at - from)
  return segment === undefined ? { start: at, word: '' } : { start: from + segment.index, word: segment.segment }
}

/**
 * True if what lies at `start` in a text begins in the middle of a word: the 记检 of 书记检视 is no word written wrong, but
 * the end of one and the beginning of another.
 */
export function beginsInsideWord(text: string, start: number): boolean {
  return wordAt(text, start).start < start
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
/** Words of the field are shorter; what stands farther off changes no border. */
const BEFORE = 8
const AFTER = 4

/**
 * True if what lies at `start` in a text begins in the middle of a word: the 记检 of 书记检视 is no word written wrong, but
 * the end of one and the beginning of another. Words are those of the dictionary of Unicode (UAX 29, ICU).
 */
export function beginsInsideWord(text: string, start: number): boolean {
  const from = Math.max(0, start - BEFORE)
  const segment = segmenter.segment(text.slice(from, start + AFTER)).containing(start - from)
  return segment !== undefined && segment.index + from < start
}

/** Chinese characters in a row, or other letters and digits in a row: 2025年 is two of them. */
const RUNS = /\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/**
 * The terms of a text for the inverted index: what the dictionary finds, and every bigram within Chinese runs, so that
 * names no dictionary knows, and words it cuts otherwise, are found as well; other runs as they are. Lower case, NFKC, each once.
 */
export function indexWords(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase()
  const words = new Set<string>()
  for (const { segment, isWordLike } of segmenter.segment(plain)) if (isWordLike === true) words.add(segment)
  for (const [run] of plain.matchAll(RUNS)) {
    const characters = isHan(run) ? [...run] : []
    if (characters.length === 0) words.add(run)
    for (let at = 0; at + 1 < characters.length; at++) words.add(`${characters[at]}${characters[at + 1]}`)
    for (const character of characters) words.add(character)
  }
  return [...words]
}

/**
 * What has to be in the index for a question: bigrams of Chinese runs (a lone character as it
 * is), other words as they are; the last of those may be the beginning of a word.
 */
export function questionWords(text: string): { readonly words: readonly string[]; readonly beginning: string | null } {
  const plain = text.normalize('NFKC').toLowerCase()
  const words: string[] = []
  let beginning: string | null = null
  for (const [run] of plain.matchAll(RUNS)) {
    const characters = [...run]
    if (!isHan(run)) {
      if (beginning !== null) words.push(beginning)
      beginning = run
    } else if (characters.length === 1) words.push(run)
    else for (let at = 0; at + 1 < characters.length; at++) words.push(`${characters[at]}${characters[at + 1]}`)
  }
  return { words, beginning }
}

function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run)
}

import { hanPair } from './han-pairs.ts'

/**
 * How alike texts are, by the pairs of neighbouring characters they share: a cheap stand-in for words that needs no
 * dictionary. Three measures, for three questions:
 *  - `dice`: are two texts of about the same length the same one, edited? (rows of two copies, two drafts)
 *  - `overlap`: does a short text stand, in other words, in a longer one? (a problem and its measure, an opinion and a list)
 *  - `rareLikenessAmong` (rare-likeness.ts): which of many texts full of the same set phrases belong together?
 * Similarity of whole documents, with places, is the room `similarity`.
 */

/** The pairs of neighbouring characters of a text, each once; a single character stands for itself. */
export function bigramsOf(text: string): ReadonlySet<string> {
  const words = text.slice(0, LONGEST)
  return words.length === 1 ? new Set([words]) : pairsOf(words)
}

/** Beginnings this long tell texts apart. */
const LONGEST = 600

/**
 * The pairs of neighbouring Chinese characters of a whole text, as numbers; none reaches over a sign, a figure or a blank.
 * Numbers, because every problem, cause and measure of a paper is cut into them and strings would be made for each.
 */
export function chineseBigramsOf(text: string): ReadonlySet<number> {
  const pairs = new Set<number>()
  for (let i = 1; i < text.length; i++) {
    const pair = hanPair(text.charCodeAt(i - 1), text.charCodeAt(i))
    if (pair >= 0) pairs.add(pair)
  }
  return pairs
}

function pairsOf(words: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (let i = 0; i + 2 <= words.length; i++) pairs.add(words.slice(i, i + 2))
  return pairs
}

/** Dice's coefficient, 0 to 1: what two sets share, in relation to both; 0 if either is empty. */
export function dice<Pair>(a: ReadonlySet<Pair>, b: ReadonlySet<Pair>): number {
  return a.size === 0 || b.size === 0 ? 0 : (2 * sharedBy(a, b)) / (a.size + b.size)
}

/**
 * The overlap coefficient (Szymkiewicz–Simpson), 0 to 1: what two sets share, in relation to the smaller, which counts as
 * at least `least`: of few pairs some are shared by chance. 0 if either is empty.
 */
export function overlap<Pair>(a: ReadonlySet<Pair>, b: ReadonlySet<Pair>, least = 1): number {
  return sharedBy(a, b) / Math.max(least, Math.min(a.size, b.size))
}

function sharedBy<Pair>(a: ReadonlySet<Pair>, b: ReadonlySet<Pair>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const each of small) if (large.has(each)) shared += 1
  return shared
}

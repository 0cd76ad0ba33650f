import { chineseBigramsOf } from '../wording/likeness.ts'
import type { Link } from './examination.ts'

/** The least confidence at which two items are linked. */
const LEAST = 0.35
const MOST_LINKS = 2
/** Texts with fewer pairs share some by chance. */
const FEWEST_PAIRS = 8
/** No real material has more causes or measures; the bound keeps time linear on made-up ones. */
const MOST_TARGETS = 64

/** What links are made from: the pairs of a problem and its aspect's heading, and the place of the aspect among the aspects. */
export interface Linkable {
  readonly pairs: ReadonlySet<number>
  readonly order: number
}

/** Which causes, or measures, use a pair of characters. */
interface Users {
  /** How many use it. */
  count: number
  /** Which of the first `MOST_TARGETS` do. */
  readonly places: number[]
}

/** The causes, or the measures, of a document, ready to be asked which of them answer a problem. */
export interface Answers {
  readonly ids: readonly string[]
  /** How many telling pairs each of the first `MOST_TARGETS` uses. */
  readonly sizes: readonly number[]
  /** The users of each pair of characters. */
  readonly users: ReadonlyMap<number, Users>
}

/** Causes or measures by the pairs of characters they use. */
export function answersOf(targets: readonly { readonly id: string; readonly words: string }[]): Answers {
  const users = new Map<number, Users>()
  const texts = targets.map(({ words }) => chineseBigramsOf(words))
  for (const [i, pairs] of texts.entries()) {
    for (const pair of pairs) {
      const known = users.get(pair) ?? { count: 0, places: [] }
      if (known.count === 0) users.set(pair, known)
      known.count += 1
      if (i < MOST_TARGETS) known.places.push(i)
    }
  }
  const sizes = texts.slice(0, MOST_TARGETS).map((pairs) => {
    let size = 0
    for (const pair of pairs) if (tells(users.get(pair), targets.length)) size += 1
    return size
  })
  return { ids: targets.map(({ id }) => id), sizes, users }
}

/** False for a pair that most of three or more share: 加强, 工作, 学习 tell nothing about which answers which. */
function tells(users: Users | undefined, targets: number): users is Users {
  return users !== undefined && (targets < 3 || users.count * 2 <= targets)
}

/**
 * Links each problem to the causes or measures that answer it, by shared words (the overlap coefficient) and by order
 * (the third aspect's problems belong to the third of as many measures). Confidence 0 to 1; best first, at most two.
 */
export function linksOf(problem: Linkable, aspectCount: number, { ids, sizes, users }: Answers): Link[] {
  const shared = new Uint32Array(sizes.length)
  for (const pair of problem.pairs) {
    const own = users.get(pair)
    if (tells(own, ids.length)) for (const place of own.places) shared[place] = (shared[place] ?? 0) + 1
  }
  const byOrder = ids.length === aspectCount && aspectCount > 1
  return sizes
    .map((size, i) => {
      const words = (shared[i] ?? 0) / Math.max(FEWEST_PAIRS, Math.min(problem.pairs.size, size))
      const confidence = Math.min(1, words * 2.5 + (byOrder && i === problem.order ? 0.3 : 0))
      return { id: ids[i] ?? '', confidence: Math.round(confidence * 100) / 100 }
    })
    .filter((link) => link.confidence >= LEAST)
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_LINKS)
}

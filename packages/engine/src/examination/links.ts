import { chineseBigramsOf, overlap } from '../wording/likeness.ts'
import type { Item, Link } from './examination.ts'

/** The least confidence at which two items are linked. */
const LEAST = 0.35
const MOST_LINKS = 2
/** Texts with fewer pairs share some by chance. */
const FEWEST_PAIRS = 8
/** No real material has more causes or measures; the bound keeps time linear on made-up ones. */
const MOST_TARGETS = 64

/** What links are made from: an item, its words, and the place of its aspect among the aspects. */
export interface Linkable {
  readonly item: Item
  readonly words: string
  readonly order: number
}

/**
 * Links each problem to the causes or measures that answer it, by shared words and by order (the third aspect's
 * problems belong to the third of as many measures). Confidence 0 to 1; best first, at most two.
 */
export function linksOf(problem: Linkable, aspectCount: number, targets: readonly Target[]): Link[] {
  const grams = chineseBigramsOf(problem.words)
  const byOrder = targets.length === aspectCount && aspectCount > 1
  return targets
    .slice(0, MOST_TARGETS)
    .map((target, i) => {
      const words = overlap(grams, target.grams, FEWEST_PAIRS)
      const confidence = Math.min(1, words * 2.5 + (byOrder && i === problem.order ? 0.3 : 0))
      return { id: target.id, confidence: Math.round(confidence * 100) / 100 }
    })
    .filter((link) => link.confidence >= LEAST)
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_LINKS)
}

/** A cause or measure with the two-character words it uses. */
export interface Target {
  readonly id: string
  readonly grams: ReadonlySet<string>
}

/** Targets without the pairs that most of them share: 加强, 工作, 学习 tell nothing about which answers which. */
export function distinctive(targets: readonly Target[]): readonly Target[] {
  if (targets.length < 3) return targets
  const counts = new Map<string, number>()
  for (const { grams } of targets) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return targets.map(({ id, grams }) => ({
    id,
    grams: new Set([...grams].filter((gram) => (counts.get(gram) ?? 0) * 2 <= targets.length)),
  }))
}

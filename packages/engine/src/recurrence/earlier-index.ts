import type { Rarity } from './evidence.ts'
import type { Traits } from './traits.ts'

/** So many are compared in full. */
const MOST_COMPARED = 150
/** What a pair of characters counts beside a group that nobody else has. */
const PAIR = 0.25

/**
 * Finds of many earlier problems those worth comparing with a later one: all of a short list, else the ones that share the
 * most and the rarest with it. Returns their places in the list.
 */
export function earlierIndex(known: readonly Traits[]): (later: Traits, rarity: Rarity) => number[] {
  if (known.length <= MOST_COMPARED) return () => known.map((_, at) => at)
  const groups = postingsOf(known.map(({ matters, words }) => [...matters, ...words]))
  const pairs = postingsOf(known.map((traits) => traits.pairs))
  return (later, rarity) => {
    const scores = new Float64Array(known.length)
    const add = (places: readonly number[] = [], weight: number): void => {
      for (const place of places) scores[place] = (scores[place] ?? 0) + weight
    }
    for (const group of [...later.matters, ...later.words]) add(groups.get(group), rarity.group(group))
    for (const pair of later.pairs) {
      const places = pairs.get(pair)
      if (places !== undefined) add(places, PAIR * Math.log(known.length / places.length))
    }
    return [...scores.keys()]
      .filter((place) => (scores[place] ?? 0) > 0)
      .toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other)
      .slice(0, MOST_COMPARED)
  }
}

function postingsOf(sets: readonly Iterable<number>[]): Map<number, number[]> {
  const postings = new Map<number, number[]>()
  for (const [place, set] of sets.entries()) {
    for (const each of set) {
      const places = postings.get(each)
      if (places === undefined) postings.set(each, [place])
      else places.push(place)
    }
  }
  return postings
}

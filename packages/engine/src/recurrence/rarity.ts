import type { Rarity } from './evidence.ts'
import type { Traits } from './traits.ts'

/** In how many problems something stands. */
export interface Counts {
  readonly problems: number
  readonly groups: ReadonlyMap<number, number>
  readonly characters: ReadonlyMap<number, number>
}

/** A short list says little of what is rare: as if there were so many more problems that have nothing of it. */
const OTHERS = 72
/** How much a second problem with it takes away. */
const STEEPNESS = 3

/** In how many of some problems groups and characters stand. */
export function countsOf(problems: readonly Traits[]): Counts {
  return {
    problems: problems.length,
    groups: counted(problems.map(({ matters, words }) => [...matters, ...words])),
    characters: counted(problems.map(({ characters }) => new Set(characters.map(({ code }) => code)))),
  }
}

function counted(sets: readonly Iterable<number>[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const set of sets) for (const each of set) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}

/** How rare things are in two lists together. */
export function rarityIn(one: Counts, other: Counts): Rarity {
  const problems = one.problems + other.problems + OTHERS
  const rarity = (count: number): number => Math.log(problems / (STEEPNESS * Math.max(0, count - 1) + 1))
  return {
    group: (group) => rarity((one.groups.get(group) ?? 0) + (other.groups.get(group) ?? 0)),
    character: (code) => rarity((one.characters.get(code) ?? 0) + (other.characters.get(code) ?? 0)),
    most: Math.log(problems),
  }
}

import type { ReadPerson } from '@duizhao/contract'

/** Somebody a name may mean. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly position: string
  /** Has a post in the body on the day. */
  readonly isWithin: boolean
}

interface Named {
  readonly name: string
  readonly start: number
  readonly end: number
}

const MOST_CANDIDATES = 8

/**
 * Who is meant by a name of a file: the one person of the body that bears it, else the one of the unit around it. Where
 * several do, or somebody’s name differs by one character only, it is asked, never guessed.
 */
export function matchPerson({ name, start, end }: Named, people: readonly KnownPerson[]): ReadPerson {
  const bearers = people.filter((person) => person.name === name)
  const within = bearers.filter(({ isWithin }) => isWithin)
  const [only, other] = within.length > 0 ? within : bearers
  const isSure = only !== undefined && other === undefined
  const near = people.filter((person) => isNear(person.name, name))
  const candidates = (bearers.length > 0 ? bearers : near).slice(0, MOST_CANDIDATES)
  return {
    ...{ name, start, end },
    person: isSure ? { id: only.id, name: only.name } : null,
    candidates: isSure ? [] : candidates.map(({ id, name: own, position }) => ({ id, name: own, position })),
  }
}

/** Names of the same length that differ in one character: 王小明、王晓明. */
function isNear(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]]
  return a.length === b.length && a.length > 1 && a.filter((character, at) => character !== b[at]).length === 1
}

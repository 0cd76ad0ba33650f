import { hanPair } from '../wording/han-pairs.ts'
import { expressionsIn, type Found, groupsTogetherIn, matterName, plainCharacters, saysAgain } from './expressions.ts'

/** A problem as a list states it. */
export interface StatedProblem {
  /** 方面, as the list names it; empty if it names none. */
  readonly aspect: string
  readonly text: string
}

/** A character that tells something, with its neighbours, as numbers, and the groups of expressions it belongs to. */
export interface Character {
  readonly code: number
  readonly pairs: readonly number[]
  readonly groups: readonly number[]
  /** In the words before the first comma, which name the matter. */
  readonly isInHead: boolean
}

/** What tells one problem from another. */
export interface Traits {
  readonly stated: StatedProblem
  readonly found: readonly Found[]
  /** Of what it is about. */
  readonly matters: ReadonlySet<number>
  /** Of its words for which others stand. */
  readonly words: ReadonlySet<number>
  /** All groups one of whose expressions stands somewhere. */
  readonly groups: ReadonlySet<number>
  readonly headGroups: ReadonlySet<number>
  /** Pairs of neighbouring characters. */
  readonly pairs: ReadonlySet<number>
  readonly characters: readonly Character[]
  readonly isSaidAgain: boolean
}

/** Problems are stated in a sentence or two; what follows is the case. */
const LONGEST = 300

/** The traits of a problem. */
export function traitsOf(stated: StatedProblem): Traits {
  const text = stated.text.slice(0, LONGEST)
  const found = expressionsIn(text)
  const all = [...found.map(({ group }) => group), ...groupsTogetherIn(text)]
  const headEnd = text.search(/[，；。：]/u)
  const head = headEnd < 0 ? text.length : headEnd
  return {
    stated,
    found,
    matters: new Set(all.filter((group) => matterName(group) !== null)),
    words: new Set(all.filter((group) => matterName(group) === null)),
    groups: new Set(found.map(({ group }) => group)),
    headGroups: new Set(found.filter(({ end }) => end <= head).map(({ group }) => group)),
    pairs: new Set(pairsOf(text).filter((pair) => pair >= 0)),
    characters: charactersOf(text, found, head),
    isSaidAgain: saysAgain(text),
  }
}

/** For each place between two characters the pair, negative if they are not both Chinese characters. */
function pairsOf(text: string): number[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) =>
    hanPair(text.charCodeAt(at), text.charCodeAt(at + 1)),
  )
}

function charactersOf(text: string, found: readonly Found[], head: number): Character[] {
  const [plain, pairs] = [plainCharacters(text), pairsOf(text)]
  const covering = Array.from({ length: text.length }, (): number[] => [])
  for (const { group, start, end } of found) for (let at = start; at < end; at++) covering[at]?.push(group)
  return covering.flatMap((groups, at) => {
    if (plain[at] === true || !/\p{Script=Han}/u.test(text.charAt(at))) return []
    const own = [pairs[at - 1] ?? -1, pairs[at] ?? -1].filter((pair) => pair >= 0)
    return [{ code: text.charCodeAt(at), pairs: own, groups, isInHead: at < head }]
  })
}

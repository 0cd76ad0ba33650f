import type { Rarity } from './evidence.ts'
import { matterName, plainCharacters } from './expressions.ts'
import type { Traits } from './traits.ts'

/** What two problems have in common, to be shown beside them: the rarest first. */
export interface SharedWords {
  /** 涉事, by name: 党费, 公务接待. */
  readonly matters: readonly string[]
  /** Words of the later problem and those of the earlier one that say the same; alike where both use the same. */
  readonly words: readonly { readonly later: string; readonly earlier: string }[]
}

const MOST_MATTERS = 3
const MOST_WORDS = 6

/** The matters two problems share, and the words in which they do. */
export function sharedWords(later: Traits, earlier: Traits, rarity: Rarity): SharedWords {
  const rarest = (groups: Iterable<number>): number[] =>
    [...groups].toSorted((one, other) => rarity.group(other) - rarity.group(one) || one - other)
  const matters = rarest(common(later.matters, earlier.matters)).flatMap((group) => matterName(group) ?? [])
  const same = commonRuns(later.stated.text, earlier.stated.text)
  const others = rarest(common(later.words, earlier.words))
    .map((group) => ({ later: longestOf(later, group), earlier: longestOf(earlier, group) }))
    .filter((words) => words.later !== words.earlier && !isWithin(words, same))
  return {
    matters: matters.slice(0, MOST_MATTERS),
    words: unlike([...same.map((words) => ({ later: words, earlier: words })), ...others]).slice(0, MOST_WORDS),
  }
}

function common(one: ReadonlySet<number>, other: ReadonlySet<number>): number[] {
  return [...one].filter((each) => other.has(each))
}

function longestOf({ found, stated: { text } }: Traits, group: number): string {
  return found
    .filter((each) => each.group === group)
    .map(({ start, end }) => text.slice(start, end))
    .reduce((longest, words) => (words.length > longest.length ? words : longest), '')
}

function isWithin({ later, earlier }: SharedWords['words'][number], same: readonly string[]): boolean {
  return same.some((words) => words.includes(later) || words.includes(earlier))
}

/** Each word once. */
function unlike(words: readonly SharedWords['words'][number][]): SharedWords['words'] {
  return words.filter((one, at) => words.findIndex(({ later }) => later === one.later) === at)
}

/** Runs of two and more telling characters that stand in both texts, the longest first. */
function commonRuns(text: string, other: string): string[] {
  const plain = plainCharacters(text)
  const runs: string[] = []
  for (let start = 0; start < text.length; start++) {
    let end = start
    while (
      end < text.length &&
      plain[end] === false &&
      isHan(text.charAt(end)) &&
      other.includes(text.slice(start, end + 1))
    )
      end += 1
    if (end - start < 2) continue
    runs.push(text.slice(start, end))
    start = end - 1
  }
  return [...new Set(runs)].toSorted((one, two) => two.length - one.length)
}

function isHan(character: string): boolean {
  return /\p{Script=Han}/u.test(character)
}

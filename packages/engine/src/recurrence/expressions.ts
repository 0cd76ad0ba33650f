import { matters } from './matters/index.ts'
import { againWords, emptyWords, failingWords } from './plain-words.ts'
import { sameWords } from './same-words/index.ts'

/** Where an expression stands, and the number of the group it belongs to. */
export interface Found {
  readonly group: number
  readonly start: number
  readonly end: number
}

interface Expression {
  readonly words: string
  readonly group: number
}

/** Words that must all stand in a text. */
interface Together {
  readonly parts: readonly string[]
  readonly group: number
}

const split = (words: string): string[] => words.trim().split(/\s+/u)

const matterNames = Object.keys(matters)
const groups = [...Object.values(matters), ...sameWords.split('\n')].map(split)

/** The name of the matter a group is; null for a group of words that say the same. */
export function matterName(group: number): string | null {
  return matterNames[group] ?? null
}

const expressions: readonly Expression[] = groups.flatMap((all, group) =>
  all.filter((words) => !words.includes('+')).map((words) => ({ words, group })),
)
const together: readonly Together[] = groups.flatMap((all, group) =>
  all.filter((words) => words.includes('+')).map((words) => ({ parts: words.split('+'), group })),
)

/** What begins with two characters, or is a single one, is looked for only where these stand. */
function byBeginning(all: readonly Expression[]): (text: string, at: number) => readonly Expression[] {
  const single = Map.groupBy(
    all.filter(({ words }) => words.length === 1),
    ({ words }) => words,
  )
  const longer = Map.groupBy(
    all.filter(({ words }) => words.length > 1),
    ({ words }) => words.slice(0, 2),
  )
  return (text, at) => {
    const one = single.get(text.charAt(at)) ?? NONE
    const more = longer.get(text.slice(at, at + 2))
    return more === undefined ? one : [...one, ...more.filter(({ words }) => text.startsWith(words, at))]
  }
}

const NONE: readonly Expression[] = []
const expressionsAt = byBeginning(expressions)
const plainAt = byBeginning(split(failingWords + emptyWords).map((words) => ({ words, group: 0 })))
const again = split(againWords)

/** Every expression of a text, wherever it stands; one may lie in another. */
export function expressionsIn(text: string): Found[] {
  const found: Found[] = []
  for (let start = 0; start < text.length; start++) {
    for (const { words, group } of expressionsAt(text, start)) found.push({ group, start, end: start + words.length })
  }
  return found
}

/** The groups of which a text has all words of an expression, not side by side. */
export function groupsTogetherIn(text: string): number[] {
  return together.filter(({ parts }) => parts.every((part) => text.includes(part))).map(({ group }) => group)
}

/** For each character of a text whether it belongs to words that are said of everything. */
export function plainCharacters(text: string): boolean[] {
  const plain = Array.from({ length: text.length }, () => false)
  for (let start = 0; start < text.length; start++) {
    for (const { words } of plainAt(text, start)) plain.fill(true, start, start + words.length)
  }
  return plain
}

/** Whether a text says that something is there again. */
export function saysAgain(text: string): boolean {
  return again.some((words) => text.includes(words))
}

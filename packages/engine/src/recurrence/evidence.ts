import type { Character, Traits } from './traits.ts'

/** How much something tells that few problems have. */
export interface Rarity {
  group(group: number): number
  character(code: number): number
  /** Of what only one has. */
  readonly most: number
}

/** What another word of the same group counts, where the same word counts 1. */
const OTHER_WORD = 0.8
/** Of a text without a telling character nothing is known. */
const UNKNOWN = 0.5

/** What speaks for or against two problems being the same one. */
export function evidenceOf(later: Traits, earlier: Traits, rarity: Rarity): Evidence {
  const covers = [coverage(later, earlier, rarity), coverage(earlier, later, rarity)]
  const heads = [
    coverage(later, earlier, rarity, ({ isInHead }) => isInHead),
    coverage(earlier, later, rarity, ({ isInHead }) => isInHead),
  ]
  const [one, other] = [later.stated.aspect, earlier.stated.aspect]
  const isKnown = later.matters.size > 0 && earlier.matters.size > 0
  const about = likeness(later.matters, earlier.matters, rarity)
  const words = likeness(later.words, earlier.words, rarity)
  return {
    again: later.isSaidAgain ? 1 : 0,
    otherHead: Math.min(2, unmatched(later, earlier), unmatched(earlier, later)) / 2,
    matterCosine: about.cosine,
    matterSum: about.sum,
    otherMatter: isKnown && about.sum === 0 ? 1 : 0,
    unknownMatter: isKnown ? 0 : 1,
    leastCovered: Math.min(...covers),
    mostCovered: Math.max(...covers),
    leastHeadCovered: Math.min(...heads),
    mostHeadCovered: Math.max(...heads),
    wordCosine: words.cosine,
    wordSum: words.sum,
    wordWithin: words.within,
    sameAspect: one !== '' && one === other ? 1 : 0,
    otherAspect: one !== '' && other !== '' && one !== other ? 1 : 0,
  }
}

/** Kinds of evidence, in the order of the weights. */
export const evidenceKinds = [
  'again',
  'otherHead',
  'matterCosine',
  'matterSum',
  'otherMatter',
  'unknownMatter',
  'leastCovered',
  'mostCovered',
  'leastHeadCovered',
  'mostHeadCovered',
  'wordCosine',
  'wordSum',
  'wordWithin',
  'sameAspect',
  'otherAspect',
] as const
export type Evidence = Readonly<Record<(typeof evidenceKinds)[number], number>>

/** How much of a problem stands in another in the same letters, 0 to 1. */
export function literalCoverage(one: Traits, other: Traits, { character }: Rarity): number {
  let [all, covered] = [0, 0]
  for (const { code, pairs } of one.characters) {
    const weight = character(code)
    all += weight
    if (pairs.some((pair) => other.pairs.has(pair))) covered += weight
  }
  return all === 0 ? 0 : covered / all
}

/** How much of what a problem says another says too, in these words or in others of the same group; rare ones count more. */
function coverage(
  one: Traits,
  other: Traits,
  { character }: Rarity,
  isCounted: (each: Character) => boolean = () => true,
): number {
  let [all, covered] = [0, 0]
  for (const each of one.characters) {
    if (!isCounted(each)) continue
    const weight = character(each.code)
    all += weight
    if (each.pairs.some((pair) => other.pairs.has(pair))) covered += weight
    else if (each.groups.some((group) => other.groups.has(group))) covered += OTHER_WORD * weight
  }
  return all === 0 ? UNKNOWN : covered / all
}

/** How many groups the words before the first comma have of which the other problem has nothing. */
function unmatched({ headGroups }: Traits, { groups }: Traits): number {
  let count = 0
  for (const group of headGroups) if (!groups.has(group)) count += 1
  return count
}

interface Likeness {
  readonly cosine: number
  /** What both have, a single one that nobody else has counting 1; 3 at most. */
  readonly sum: number
  /** What both have, in relation to the one that has less. */
  readonly within: number
}

function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>, rarity: Rarity): Likeness {
  let [sum, squares] = [0, 0]
  for (const group of one) {
    if (!other.has(group)) continue
    sum += rarity.group(group)
    squares += rarity.group(group) ** 2
  }
  if (sum === 0) return { cosine: 0, sum: 0, within: 0 }
  const [left, right] = [squared(one, rarity), squared(other, rarity)]
  return {
    cosine: squares / Math.sqrt(left * right),
    sum: Math.min(3, sum / rarity.most),
    within: squares / Math.min(left, right),
  }
}

function squared(groups: ReadonlySet<number>, rarity: Rarity): number {
  let total = 0
  for (const group of groups) total += rarity.group(group) ** 2
  return total
}

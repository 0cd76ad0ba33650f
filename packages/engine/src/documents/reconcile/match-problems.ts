import type { Likeness } from './likeness.ts'
import type { TracedProblem } from './traced-problem.ts'

/** A problem of one document found in another. */
export interface ProblemLink {
  readonly from: number
  readonly to: number
  /** True if it is not sure that they are the same. */
  readonly isDoubtful: boolean
}

const SURE = 0.45
const LIKELY = 0.3
/** Between known neighbours less is enough. */
const IN_PLACE = 0.16
/** A name that stands in another problem's words this far is a part of it. */
const WITHIN = 0.6
const WITHIN_BESIDE = 0.3
const WITHIN_SURELY = 0.75
const PLACE_BONUS = 0.08

interface Candidate {
  readonly from: number
  readonly to: number
  readonly like: number
  readonly score: number
}

/**
 * Which problems of `from` are which of `to`: the most alike first, each once; then what stands between known
 * neighbours; then the parts of problems one document takes together or apart (one to many, many to one).
 */
export function matchProblems(
  from: readonly TracedProblem[],
  to: readonly TracedProblem[],
  likeness: Likeness,
): ProblemLink[] {
  const taken = { from: new Map<number, number>(), to: new Map<number, number>() }
  const links: ProblemLink[] = []
  const take = (i: number, j: number, isDoubtful: boolean): void => {
    taken.from.set(i, j)
    taken.to.set(j, i)
    links.push({ from: i, to: j, isDoubtful })
  }
  for (const { from: i, to: j, like } of candidatesOf(from, to, likeness)) {
    if (!taken.from.has(i) && !taken.to.has(j)) take(i, j, like < SURE)
  }
  for (const [i, j] of betweenNeighbours(from, to, { taken, likeness })) {
    if (!taken.from.has(i) && !taken.to.has(j)) take(i, j, true)
  }
  return [...links, ...partsOf(from, to, { taken, likeness })].toSorted((a, b) => a.from - b.from || a.to - b.to)
}

function candidatesOf(from: readonly TracedProblem[], to: readonly TracedProblem[], likeness: Likeness): Candidate[] {
  const found: Candidate[] = []
  for (const [i, a] of from.entries()) {
    for (const [j, b] of to.entries()) {
      const like = likeness.of(a, b)
      if (like < LIKELY) continue
      const distance = Math.abs(i / Math.max(from.length, 1) - j / Math.max(to.length, 1))
      found.push({ from: i, to: j, like, score: like + PLACE_BONUS * (1 - distance) })
    }
  }
  return found.toSorted((a, b) => b.score - a.score || a.from - b.from || a.to - b.to)
}

/** Characters that say nothing of a problem. */
const EMPTY = /[的了和与及等有不够未没较还\p{P}\s]/gu
const REWORDED = 0.6
/** Where no other pair is possible. */
const REWORDED_ALONE = 0.4

/** How many characters of one's name stand in the other's words, 0 to 1: 文件、表格过多 for 文山会海, 会议多 for 会议过多. */
function sharedCharacters(a: TracedProblem, b: TracedProblem): number {
  const share = (name: string, words: string): number => {
    const characters = new Set(name.replace(EMPTY, ''))
    return characters.size === 0
      ? 0
      : [...characters].filter((character) => words.includes(character)).length / characters.size
  }
  return Math.max(share(b.name, a.text), share(a.name, b.text))
}

interface Taken {
  readonly from: ReadonlyMap<number, number>
  readonly to: ReadonlyMap<number, number>
}

const LONGEST_RUN = 4

/** Pairs of left-over problems that stand between the same two known ones and could be the same, the likeliest first. */
function betweenNeighbours(
  from: readonly TracedProblem[],
  to: readonly TracedProblem[],
  { taken, likeness }: { taken: Taken; likeness: Likeness },
): [number, number][] {
  const found: { pair: [number, number]; like: number }[] = []
  for (let i = 0; i < from.length; i++) {
    if (taken.from.has(i)) continue
    const start = i
    while (i < from.length && !taken.from.has(i)) i++
    const before = start === 0 ? -1 : (taken.from.get(start - 1) ?? -1)
    const after = i === from.length ? to.length : (taken.from.get(i) ?? to.length)
    if (i - start > LONGEST_RUN || after - before - 1 > LONGEST_RUN) continue
    const isAlone = i - start === 1 && after - before === 2
    for (let n = start; n < i; n++) {
      for (let j = before + 1; j < after; j++) {
        const [a, b] = [from[n], to[j]]
        if (a === undefined || b === undefined || taken.to.has(j)) continue
        const [like, share] = [likeness.of(a, b), sharedCharacters(a, b)]
        if (like >= IN_PLACE || share >= (isAlone ? REWORDED_ALONE : REWORDED))
          found.push({ pair: [n, j], like: Math.max(like, share / 4) })
      }
    }
  }
  return found.toSorted((one, other) => other.like - one.like).map(({ pair }) => pair)
}

/**
 * Left-over problems whose name stands in a problem that is already matched; less of it will do where its neighbour was
 * matched with that problem, as parts of one problem follow each other.
 */
function partsOf(
  from: readonly TracedProblem[],
  to: readonly TracedProblem[],
  { taken, likeness }: { taken: Taken; likeness: Likeness },
): ProblemLink[] {
  const whole = (
    part: TracedProblem,
    wholes: readonly TracedProblem[],
    known: ReadonlyMap<number, number>,
  ): { index: number; share: number } | null => {
    const ranked = wholes
      .map((each, index) => ({ index, share: likeness.within(part, each) }))
      .filter(({ index, share }) => known.has(index) && share >= WITHIN_BESIDE)
      .filter(({ index, share }) => share >= WITHIN || Math.abs((known.get(index) ?? -9) - part.index) === 1)
    return ranked.toSorted((a, b) => b.share - a.share)[0] ?? null
  }
  const ofFrom = from.flatMap((problem, i): ProblemLink[] => {
    const found = taken.from.has(i) ? null : whole({ ...problem, index: i }, to, taken.to)
    return found === null ? [] : [{ from: i, to: found.index, isDoubtful: found.share < WITHIN_SURELY }]
  })
  const ofTo = to.flatMap((problem, j): ProblemLink[] => {
    const found = taken.to.has(j) ? null : whole({ ...problem, index: j }, from, taken.from)
    return found === null ? [] : [{ from: found.index, to: j, isDoubtful: found.share < WITHIN_SURELY }]
  })
  return [...ofFrom, ...ofTo]
}

import type { PairAnswer } from '../../samples/making/pairs.ts'

/** A pair of files the engine reports, with the shares of each that the other holds too (0 to 1). */
export interface FoundPair {
  readonly a: string
  readonly b: string
  readonly shareOfA: number
  readonly shareOfB: number
  readonly passages: readonly { readonly a: Stretch; readonly b: Stretch }[]
}

interface Stretch {
  readonly start: number
  readonly end: number
}

interface PairMatch {
  readonly answer: PairAnswer
  readonly found: FoundPair
  /** The part of the known passages that was marked, 0 to 1; null if the answer names none. */
  readonly marked: number | null
}

export interface PairMatches {
  readonly matches: readonly PairMatch[]
  readonly missed: readonly PairAnswer[]
  /** Reported pairs that are honest by the answers. */
  readonly wrong: readonly FoundPair[]
  /** Reported pairs the answers do not speak of: copies of copies and the like. */
  readonly unjudged: readonly FoundPair[]
}

/** Compares known with reported pairs; files by name, in either order. */
export function matchPairs(answers: readonly PairAnswer[], reported: readonly FoundPair[]): PairMatches {
  const matches: PairMatch[] = []
  const missed: PairAnswer[] = []
  for (const answer of answers.filter(({ degree }) => degree !== 'honest')) {
    const found = reported.find((pair) => samePair(answer, pair))
    if (found === undefined) missed.push(answer)
    else matches.push({ answer, found, marked: markedShare(answer, found) })
  }
  const unknown = reported.filter((pair) => !matches.some(({ found }) => found === pair))
  const related = relatives(answers)
  return {
    matches,
    missed,
    wrong: unknown.filter(({ a, b }) => related.get(a) === undefined || related.get(a) !== related.get(b)),
    unjudged: unknown.filter(({ a, b }) => related.get(a) !== undefined && related.get(a) === related.get(b)),
  }
}

function samePair(one: { a: string; b: string }, other: { a: string; b: string }): boolean {
  return (one.a === other.a && one.b === other.b) || (one.a === other.b && one.b === other.a)
}

function markedShare({ a, passages = [] }: PairAnswer, found: FoundPair): number | null {
  if (passages.length === 0) return null
  const marks = found.passages.map((passage) => (found.a === a ? passage.a : passage.b))
  let covered = 0
  let total = 0
  for (const { a: stretch } of passages)
    for (let at = stretch.start; at < stretch.end; at++) {
      total++
      if (marks.some(({ start, end }) => at >= start && at < end)) covered++
    }
  return covered / total
}

/** A number per file, the same for files linked by known copies: two copies of one original are rightly alike. */
function relatives(answers: readonly PairAnswer[]): Map<string, number> {
  const groups = new Map<string, number>()
  answers.forEach(({ a, b, degree }, index) => {
    if (degree === 'honest') return
    const merged = [groups.get(a), groups.get(b)]
    for (const [file, group] of groups) if (merged.includes(group)) groups.set(file, index)
    groups.set(a, index)
    groups.set(b, index)
  })
  return groups
}

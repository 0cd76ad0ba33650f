import { bigramsOf, dice, overlap } from '../../wording/likeness.ts'
import { changedNumber, comparedWords } from './compared-words.ts'
import type { TracedProblem, TracedText } from './traced-problem.ts'

/** Measures of one problem in two documents. */
export interface ComparedMeasures {
  readonly missing: readonly TracedText[]
  readonly added: readonly TracedText[]
  readonly changed: readonly {
    readonly own: TracedText
    readonly other: TracedText
    readonly numbers: { readonly own: string; readonly other: string }
  }[]
}

const ALIKE = 0.34

/** Which measures of a problem another document lacks, adds, or counts differently; a measure told shorter is the same one. */
export function compareMeasures(own: readonly TracedProblem[], other: readonly TracedProblem[]): ComparedMeasures {
  const [a, b] = [own.flatMap(({ measures }) => measures), other.flatMap(({ measures }) => measures)]
  if (a.length === 0 || b.length === 0) return { missing: [], added: [], changed: [] }
  const pairs = a.flatMap((one, i) => b.map((two, j) => ({ i, j, like: alike(one.text, two.text) })))
  const taken = { a: new Map<number, number>(), b: new Set<number>() }
  for (const { i, j, like } of pairs.toSorted((one, two) => two.like - one.like)) {
    if (like < ALIKE || taken.a.has(i) || taken.b.has(j)) continue
    taken.a.set(i, j)
    taken.b.add(j)
  }
  const left = {
    a: a.flatMap((_, i) => (taken.a.has(i) ? [] : [i])),
    b: b.flatMap((_, j) => (taken.b.has(j) ? [] : [j])),
  }
  // One of each left over at the same place: the same measure in other words.
  if (left.a.length === 1 && left.b.length === 1 && a.length === b.length) taken.a.set(left.a[0] ?? 0, left.b[0] ?? 0)
  return {
    missing: left.a.filter((i) => !taken.a.has(i)).flatMap((i) => a[i] ?? []),
    added: left.b.filter((j) => ![...taken.a.values()].includes(j)).flatMap((j) => b[j] ?? []),
    changed: [...taken.a].flatMap(([i, j]) => {
      const [one, two] = [a[i], b[j]]
      const numbers = one && two ? changedNumber(one.text, two.text) : null
      return one && two && numbers !== null ? [{ own: one, other: two, numbers }] : []
    }),
  }
}

/** How alike two measures are, 0 to 1; one that begins the other is the same. */
function alike(one: string, two: string): number {
  const [a, b] = [comparedWords(one), comparedWords(two)]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length >= 6 && long.includes(short)) return 1
  const [few, many] = [bigramsOf(short), bigramsOf(long)]
  return Math.max(dice(few, many), overlap(few, many) * 0.8)
}

import { type Alignment, leftOverRuns, pair } from './alignment.ts'
import { dice } from '../wording/likeness.ts'
import { similarTexts } from './similar-texts.ts'

/** Likeness from which two lines may be the same one, and from which nobody would doubt it. */
const LIKE = 0.5
const SURE = 0.7
/** Enough for lines with the same number, or between the same neighbours. */
const SAME_PLACE = 0.25
const NUMBER_BONUS = 0.2
const NEAREST = 6
const TOO_CLOSE = 0.05

interface Candidate {
  readonly i: number
  readonly j: number
  readonly like: number
  readonly score: number
}

/** Pairs the lines left over: by similar words and number, then by number alone, then by their place. */
export function pairByLikeness(alignment: Alignment): void {
  const candidates = candidatesOf(alignment)
  const ofLine = Map.groupBy(candidates, ({ i }) => i)
  const ranked = candidates.toSorted((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)
  for (const { i, j, like, score } of ranked) {
    if (alignment.toNew[i] !== -1 || alignment.toOld[j] !== -1) continue
    const isRivalled = (ofLine.get(i) ?? []).some(
      (other) => other.j !== j && alignment.toOld[other.j] === -1 && score - other.score < TOO_CLOSE,
    )
    const isUnsure = like < SURE && !hasSameNumber(alignment, i, j)
    pair(alignment, i, j, { by: 'likeness', isDoubtful: isUnsure || isRivalled })
  }
  pairEmptyByNumber(alignment)
  pairByPlace(alignment)
}

function candidatesOf(alignment: Alignment): Candidate[] {
  const left = alignment.toNew.flatMap((j, i) => (j === -1 ? [i] : []))
  const right = alignment.toOld.flatMap((i, j) => (i === -1 ? [j] : []))
  const index = similarTexts(right.map((j) => alignment.newKeys[j]?.grams ?? new Set()))
  return left.flatMap((i) =>
    index.nearest(alignment.oldKeys[i]?.grams ?? new Set(), NEAREST).flatMap((place): Candidate[] => {
      const j = right[place] ?? -1
      const like = likenessOf(alignment, i, j)
      const isNumbered = hasSameNumber(alignment, i, j)
      if (!isSameKind(alignment, i, j) || like < (isNumbered ? LIKE - NUMBER_BONUS : LIKE)) return []
      return [{ i, j, like, score: like + (isNumbered ? NUMBER_BONUS : 0) }]
    }),
  )
}

function likenessOf({ oldKeys, newKeys }: Alignment, i: number, j: number): number {
  const [a, b] = [oldKeys[i], newKeys[j]]
  return a && b ? dice(a.grams, b.grams) : 0
}

function hasSameNumber({ oldKeys, newKeys }: Alignment, i: number, j: number): boolean {
  const number = oldKeys[i]?.number ?? ''
  return number !== '' && number === newKeys[j]?.number
}

function isSameKind({ old, new: latest }: Alignment, i: number, j: number): boolean {
  const [a, b] = [old[i]?.kind, latest[j]?.kind]
  return (a === 'row') === (b === 'row')
}

/** A line that was numbered in advance, and filled in or emptied by the other copy. */
function pairEmptyByNumber(alignment: Alignment): void {
  const { oldKeys, newKeys, toNew, toOld } = alignment
  const byNumber = new Map<string, number[]>()
  for (const [j, { number }] of newKeys.entries()) {
    if (number !== '' && toOld[j] === -1) byNumber.set(number, [...(byNumber.get(number) ?? []), j])
  }
  for (const [i, { number, identity }] of oldKeys.entries()) {
    const places = toNew[i] === -1 ? (byNumber.get(number) ?? []) : []
    const [j] = places
    if (j === undefined || places.length > 1 || toOld[j] !== -1) continue
    if (identity === '' || newKeys[j]?.identity === '') pair(alignment, i, j, { by: 'number', isDoubtful: false })
  }
}

/** Runs of left-over lines between the same two known lines, where each has as many in both copies. */
function pairByPlace(alignment: Alignment): void {
  for (const run of leftOverRuns(alignment))
    for (let n = 0; n < run.length; n++) {
      const [i, j] = [run.old + n, run.new + n]
      if (alignment.toOld[j] === -1 && isSamePlace(alignment, i, j))
        pair(alignment, i, j, { by: 'place', isDoubtful: isRow(alignment, i) })
    }
}

function isRow({ old }: Alignment, i: number): boolean {
  return old[i]?.kind === 'row'
}

/** Lines of the same place are the same if they resemble each other a little, or if they are no problems at all. */
function isSamePlace(alignment: Alignment, i: number, j: number): boolean {
  const [a, b] = [alignment.old[i]?.kind, alignment.new[j]?.kind]
  if (a !== b) return false
  if (a !== 'row') return a === 'total' || a === 'header' || likenessOf(alignment, i, j) >= SAME_PLACE
  const [before, after] = [alignment.oldKeys[i], alignment.newKeys[j]]
  const isBlank = before?.identity === '' && after?.identity === ''
  return isBlank || likenessOf(alignment, i, j) >= SAME_PLACE
}

import { type Alignment, pair, type PairedBy } from './alignment.ts'
import { type KeyColumns, keysOf, type LineKeys, NO_KEYS } from './line-keys.ts'
import { pairByLikeness } from './pair-by-likeness.ts'
import { pairUnnamed, pairUnnamedLeft, unnamedRows } from './pair-unnamed.ts'
import type { SheetLine } from './sheet-view.ts'

/** A line of one copy and the line of the other that is the same. */
export interface LinePair {
  readonly old: SheetLine
  readonly new: SheetLine
  readonly by: PairedBy
  /** True if another reading is possible: a person should look. */
  readonly isDoubtful: boolean
  /** True if it stands in another order among the lines that stayed. */
  readonly isMoved: boolean
}

/** Which line is which, and the lines only one copy has, each in its order. */
export interface AlignedRows {
  readonly pairs: readonly LinePair[]
  readonly removed: readonly SheetLine[]
  readonly added: readonly SheetLine[]
}

/**
 * Which line of one copy is which of the other: exact words first, then words without what reports progress, then the
 * problem alone, then similar words and numbers, last the place between lines already known. Near linear in time.
 */
export function alignRows(old: readonly SheetLine[], latest: readonly SheetLine[], columns: KeyColumns): AlignedRows {
  const alignment: Alignment = {
    old,
    new: latest,
    oldKeys: old.map((line) => keysOf(line, columns, 'old')),
    newKeys: latest.map((line) => keysOf(line, columns, 'new')),
    toNew: new Array<number>(old.length).fill(-1),
    toOld: new Array<number>(latest.length).fill(-1),
    by: new Map(),
  }
  // Of rows nothing names, one is as like as the other: their place comes first.
  const unnamed = unnamedRows(alignment, columns)
  const named = { ...alignment, oldKeys: alignment.oldKeys.map((keys) => (unnamed.has(keys) ? NO_KEYS : keys)) }
  if (unnamed.size > 0) {
    for (const [key, by] of STEPS) pairByKey(named, key, by)
    pairUnnamed(alignment, unnamed, columns)
  }
  for (const [key, by] of STEPS) pairByKey(alignment, key, by)
  pairByLikeness(alignment)
  pairUnnamedLeft(alignment, unnamed, columns)
  return resultOf(alignment)
}

const STEPS: readonly (readonly [key: (keys: LineKeys) => string, by: PairedBy])[] = [
  [({ shown, hasResult }) => (hasResult ? '' : shown), 'words'],
  [({ whole }) => whole, 'words'],
  [({ unnumbered }) => unnumbered, 'words'],
  [({ identity, number }) => (identity === '' ? '' : `${number}#${identity}`), 'words'],
  [({ identity }) => identity, 'words'],
  [({ subject, number }) => (subject === '' || number === '' ? '' : `${number}#${subject}`), 'subject'],
  [({ subject }) => subject, 'subject'],
  [({ typed }) => typed, 'words'],
  [({ shown }) => shown, 'words'],
]

function pairByKey(alignment: Alignment, key: (keys: LineKeys) => string, by: PairedBy): void {
  const { oldKeys, newKeys } = alignment
  const open = { old: placesByKey(oldKeys, key, alignment.toNew), new: placesByKey(newKeys, key, alignment.toOld) }
  const how = { by, isDoubtful: false }
  const repeated: string[] = []
  for (const [words, places] of open.old) {
    const others = open.new.get(words)
    const [i] = places
    const [j] = others ?? []
    if (i === undefined || j === undefined) continue
    if (places.length === 1 && others?.length === 1) pair(alignment, i, j, how)
    else repeated.push(words)
  }
  // Lines with the same words as others: those beside a known pair first, the rest in their order.
  const isSame = (i: number, j: number): boolean => {
    const words = key(oldKeys[i] ?? NO_KEYS)
    return words !== '' && words === key(newKeys[j] ?? NO_KEYS)
  }
  if (repeated.length > 0) extend(alignment, isSame, how)
  for (const words of repeated) {
    const places = (open.old.get(words) ?? []).filter((i) => alignment.toNew[i] === -1)
    const others = (open.new.get(words) ?? []).filter((j) => alignment.toOld[j] === -1)
    for (const [n, i] of places.entries()) {
      const j = others[n]
      if (j !== undefined) pair(alignment, i, j, how)
    }
  }
}

function placesByKey(
  keys: readonly LineKeys[],
  key: (keys: LineKeys) => string,
  taken: readonly number[],
): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [i, each] of keys.entries()) {
    const words = taken[i] === -1 ? key(each) : ''
    if (words === '') continue
    const known = places.get(words)
    if (known) known.push(i)
    else places.set(words, [i])
  }
  return places
}

/** Pairs lines that follow, or come before, a known pair in both copies. */
function extend(
  alignment: Alignment,
  isSame: (i: number, j: number) => boolean,
  how: { by: PairedBy; isDoubtful: boolean },
): void {
  const { toNew, toOld } = alignment
  const step = (i: number, by: 1 | -1): void => {
    const j = toNew[i] ?? -1
    const [next, other] = [i + by, j + by]
    if (j < 0 || toNew[next] !== -1 || toOld[other] !== -1 || !isSame(next, other)) return
    pair(alignment, next, other, how)
  }
  for (let i = 0; i < toNew.length; i++) step(i, 1)
  for (let i = toNew.length - 1; i >= 0; i--) step(i, -1)
}

function resultOf({ old, new: latest, toNew, toOld, by }: Alignment): AlignedRows {
  const staying = longestRising(toNew.filter((j) => j >= 0))
  const pairs = old.flatMap((line, i): LinePair[] => {
    const j = toNew[i] ?? -1
    const other = latest[j]
    const how = by.get(i)
    return other && how ? [{ old: line, new: other, ...how, isMoved: line.kind === 'row' && !staying.has(j) }] : []
  })
  return {
    pairs,
    removed: old.filter((_, i) => toNew[i] === -1),
    added: latest.filter((_, j) => toOld[j] === -1),
  }
}

/** The longest rising sequence among different numbers (patience sorting). */
export function longestRising(numbers: readonly number[]): Set<number> {
  const tops: number[] = []
  const before = new Array<number>(numbers.length).fill(-1)
  for (const [i, value] of numbers.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[tops[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before[i] = tops[low - 1] ?? -1
    tops[low] = i
  }
  const rising = new Set<number>()
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) rising.add(numbers[i] ?? -1)
  return rising
}

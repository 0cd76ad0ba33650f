import { type Alignment, leftOverRuns, pair } from './alignment.ts'
import { contentOf } from './cell-content.ts'
import { type KeyColumns, type LineKeys, NO_KEYS } from './line-keys.ts'
import type { SheetLine } from './sheet-view.ts'

/** Words that stand in so many lines of a column are prepared for all of them, and name none. */
const PREPARED = 3

/** Rows nothing names: no number, and only words that stand in many rows alike (未开始, 特别紧急). */
export function unnamedRows({ old, oldKeys }: Alignment, columns: KeyColumns): ReadonlySet<LineKeys> {
  const counts = new Map<string, number>()
  const wordsOf = (line: SheetLine): string[] =>
    columns.all.flatMap(({ old: column }) => {
      const words = line.at.get(column)?.text.trim() ?? ''
      return words === '' ? [] : [`${column} ${words}`]
    })
  for (const line of old) for (const words of wordsOf(line)) counts.set(words, (counts.get(words) ?? 0) + 1)
  const isPrepared = (words: string): boolean => (counts.get(words) ?? 0) >= PREPARED
  return new Set(
    oldKeys.filter(({ number, whole }, i) => {
      const line = old[i]
      return line?.kind === 'row' && whole !== '' && number === '' && wordsOf(line).every(isPrepared)
    }),
  )
}

/**
 * Pairs unnamed rows by their place: a run of them between the same two known lines, as long in both copies, each still
 * filled where it was. Blanks filled in are what such rows were prepared for; where words differ it is doubtful which
 * row was meant.
 */
export function pairUnnamed(alignment: Alignment, unnamed: ReadonlySet<LineKeys>, columns: KeyColumns): void {
  const { oldKeys, toOld } = alignment
  for (const { old, new: first, length } of leftOverRuns(alignment)) {
    const run = Array.from({ length }, (_, n) => [old + n, first + n] as const)
    const isRun = run.every(
      ([a, b]) => unnamed.has(oldKeys[a] ?? NO_KEYS) && toOld[b] === -1 && keepsFilled(alignment, [a, b], columns),
    )
    if (!isRun) continue
    for (const [a, b] of run)
      pair(alignment, a, b, { by: 'place', isDoubtful: !keepsWords(alignment, [a, b], columns) })
  }
}

/**
 * What is left of unnamed rows, in their order, where they are filled in the same columns and share some words; and of
 * all of them, whatever they were paired by, it is doubtful which was meant where the words differ.
 */
export function pairUnnamedLeft(alignment: Alignment, unnamed: ReadonlySet<LineKeys>, columns: KeyColumns): void {
  const { oldKeys, toNew, by } = alignment
  const left = leftByFilled(alignment, columns)
  for (const [i, keys] of oldKeys.entries()) {
    if (!unnamed.has(keys)) continue
    if (toNew[i] === -1) {
      const others = left.get(filledIn(alignment.old[i], columns, 'old')) ?? []
      const [j] = others
      if (j !== undefined && shareWords(alignment, [i, j], columns)) {
        pair(alignment, i, j, { by: 'place', isDoubtful: true })
        others.shift()
      }
    }
    const how = by.get(i)
    if (how && !keepsWords(alignment, [i, toNew[i] ?? -1], columns)) by.set(i, { ...how, isDoubtful: true })
  }
}

type Places = readonly [old: number, new: number]

function keepsFilled({ old, new: latest }: Alignment, [i, j]: Places, { all }: KeyColumns): boolean {
  const [a, b] = [old[i], latest[j]]
  return a?.kind === 'row' && b?.kind === 'row' && all.every((column) => !a.at.has(column.old) || b.at.has(column.new))
}

function keepsWords({ old, new: latest }: Alignment, [i, j]: Places, { all }: KeyColumns): boolean {
  return all.every((column) => {
    const before = old[i]?.at.get(column.old) ?? null
    return (
      before === null ||
      contentOf(before, column.field) === contentOf(latest[j]?.at.get(column.new) ?? null, column.field)
    )
  })
}

/** The rows left over in the new copy, by the columns that are filled in them. */
function leftByFilled({ new: latest, toOld }: Alignment, columns: KeyColumns): Map<string, number[]> {
  const left = toOld.flatMap((taken, j) => (taken === -1 && latest[j]?.kind === 'row' ? [j] : []))
  return Map.groupBy(left, (j) => filledIn(latest[j], columns, 'new'))
}

function filledIn(line: SheetLine | undefined, { all }: KeyColumns, side: 'old' | 'new'): string {
  return all.flatMap((column, n) => (line?.at.has(column[side]) ? [n] : [])).join()
}

function shareWords({ old, new: latest }: Alignment, [i, j]: Places, { all }: KeyColumns): boolean {
  return all.some((column) => {
    const before = old[i]?.at.get(column.old)
    return before !== undefined && before.text.trim() === latest[j]?.at.get(column.new)?.text.trim()
  })
}

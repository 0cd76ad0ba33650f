import { type Alignment, leftOverRuns, pair } from './alignment.ts'
import type { KeyColumns, LineKeys } from './line-keys.ts'
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
 * Pairs unnamed rows by their place: a run of them between the same two known lines, as long in both copies and filled in
 * the same columns. Where the words differ it is doubtful which row was meant.
 */
export function pairUnnamed(alignment: Alignment, unnamed: ReadonlySet<LineKeys>, columns: KeyColumns): void {
  const { oldKeys, newKeys, toOld } = alignment
  for (const { old, new: first, length } of leftOverRuns(alignment)) {
    const run = Array.from({ length }, (_, n) => [old + n, first + n] as const)
    const isRun = run.every(
      ([a, b]) => unnamed.has(oldKeys[a] ?? NONE) && toOld[b] === -1 && fillsTheSame(alignment, [a, b], columns),
    )
    if (!isRun) continue
    for (const [a, b] of run)
      pair(alignment, a, b, { by: 'place', isDoubtful: oldKeys[a]?.whole !== newKeys[b]?.whole })
  }
}

const NONE: LineKeys = { whole: '', unnumbered: '', identity: '', subject: '', number: '', grams: new Set() }

function fillsTheSame(
  { old, new: latest }: Alignment,
  [i, j]: readonly [number, number],
  { all }: KeyColumns,
): boolean {
  const [a, b] = [old[i], latest[j]]
  return a?.kind === 'row' && b?.kind === 'row' && all.every((column) => a.at.has(column.old) === b.at.has(column.new))
}

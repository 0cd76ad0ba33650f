import type { LineKeys } from './line-keys.ts'
import type { SheetLine } from './sheet-view.ts'

/** By what two lines were taken for the same one. */
export type PairedBy = 'words' | 'subject' | 'number' | 'likeness' | 'place'

/** Two copies while their lines are being paired; the numbers are places in `old` and `new`. */
export interface Alignment {
  readonly old: readonly SheetLine[]
  readonly new: readonly SheetLine[]
  readonly oldKeys: readonly LineKeys[]
  readonly newKeys: readonly LineKeys[]
  /** For each old line the place of the new one, -1 if none; and back. */
  readonly toNew: number[]
  readonly toOld: number[]
  readonly by: Map<number, { by: PairedBy; isDoubtful: boolean }>
}

/** Records that two lines are the same one. */
export function pair(alignment: Alignment, i: number, j: number, how: { by: PairedBy; isDoubtful: boolean }): void {
  alignment.toNew[i] = j
  alignment.toOld[j] = i
  alignment.by.set(i, how)
}

/** As many left-over lines in both copies, between the same two known ones: their first places, and how many they are. */
export function* leftOverRuns({ toNew, toOld }: Alignment): Generator<{ old: number; new: number; length: number }> {
  for (let i = 0; i < toNew.length; i++) {
    if (toNew[i] !== -1) continue
    const start = i
    while (i < toNew.length && toNew[i] === -1) i++
    const first = start === 0 ? 0 : (toNew[start - 1] ?? -2) + 1
    const end = i < toNew.length ? (toNew[i] ?? -1) : toOld.length
    if (first >= 0 && end - first === i - start) yield { old: start, new: first, length: i - start }
  }
}

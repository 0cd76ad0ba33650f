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

import { features } from '../features.ts'
import type { Feature, Place } from '../platform/feature.ts'

/** True where a group of places begins: what is about the ledger, about meetings, about the year, about the office. */
export function beginsGroup({ order }: Place, before: Place | undefined): boolean {
  return before !== undefined && Math.floor(before.order / 10) !== Math.floor(order / 10)
}

/** More than so many places do not stand in one row: those gone to seldom are folded away. */
export const MOST_IN_ROW = 12

/** The main menu, in order. */
export const places: readonly Place[] = features
  .flatMap(({ places: own = [] }: Feature) => own)
  .toSorted((a, b) => a.order - b.order)

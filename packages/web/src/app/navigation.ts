import { features } from '../features.ts'
import type { Feature, Place } from '../platform/feature.ts'

/** The main menu, in order. */
export const places: readonly Place[] = features
  .flatMap(({ places: own = [] }: Feature) => own)
  .toSorted((a, b) => a.order - b.order)

import type { Permission } from '@duizhao/contract'
import { createRootRoute } from '@tanstack/react-router'
import { createContext, useContext } from 'react'

/** Above every page; `app/router.tsx` gives it what stands around them. */
export const root = createRootRoute()

/** A place in the main menu. */
export interface Place {
  readonly path: string
  readonly name: string
  /** What one must hold to see it; null for everybody. */
  readonly permission: Permission | null
  /** Only for who is over the whole installation. */
  readonly isOfWhole?: true
  /** Gone to a few times a year: it waits behind 全部菜单 where there are many places, but for who is there. */
  readonly isSeldom?: true
  /** Where it stands: the lower, the earlier; those of the same ten stand together. */
  readonly order: number
}

/**
 * All that the application has to know of a feature. A page with room for what others add declares that room here too, by
 * adding a property to this interface (`problem-slots.ts` of the ledger does), and fills it with `useFeatures`.
 */
export interface Feature {
  readonly name: string
  /**
   * Its routes, each below `root`; their components come when they are first asked for. No narrower than `object`: a route
   * that is expected to be any route forgets its path and its search, and links to it are no longer checked.
   */
  readonly pages: readonly object[]
  readonly places?: readonly Place[]
}

const Features = createContext<readonly Feature[]>([])
export const FeaturesProvider = Features.Provider

/** Every feature of the application. */
export function useFeatures(): readonly Feature[] {
  return useContext(Features)
}

import type { ComponentType } from 'react'

declare module '../../platform/feature.ts' {
  interface Feature {
    /** What else was said of the one who looks, below what was said at meetings. */
    readonly ownMatterParts?: readonly ComponentType[]
  }
}

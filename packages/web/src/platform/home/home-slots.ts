import type { ComponentType } from 'react'

declare module '../feature.ts' {
  interface Feature {
    /** What it tells on the first page, below what is to be done today. */
    readonly HomePart?: ComponentType
  }
}

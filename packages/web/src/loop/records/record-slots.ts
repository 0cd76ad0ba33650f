import type { ComponentType } from 'react'

declare module '../../platform/feature.ts' {
  interface Feature {
    /** What it shows about a record, below what the record says. */
    readonly recordParts?: readonly ComponentType<{ readonly recordId: string }>[]
  }
}

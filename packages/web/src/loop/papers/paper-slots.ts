import type { PaperVersion } from '@duizhao/contract'
import type { ComponentType } from 'react'

declare module '../../platform/feature.ts' {
  interface Feature {
    /** What it offers to do with a version of a paper. */
    readonly versionTools?: readonly ComponentType<{ readonly version: PaperVersion }>[]
  }
}

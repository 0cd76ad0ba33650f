import type { Paper, PaperVersion } from '@duizhao/contract'
import type { ComponentType } from 'react'

declare module '../../platform/feature.ts' {
  interface Feature {
    /** What it shows about a paper, below its versions. */
    readonly paperParts?: readonly ComponentType<{ readonly paper: Paper }>[]
    /** What it offers to do with a version of a paper, be it the one that was approved or not. */
    readonly versionTools?: readonly ComponentType<{ readonly version: PaperVersion; readonly isApproved: boolean }>[]
  }
}

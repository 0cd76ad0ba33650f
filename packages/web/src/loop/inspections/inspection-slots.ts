import type { Inspection } from '@duizhao/contract'
import type { ComponentType } from 'react'

declare module '../../platform/feature.ts' {
  interface Feature {
    /** What it shows about an inspection, below its days. */
    readonly inspectionParts?: readonly ComponentType<{ readonly inspection: Inspection }>[]
  }
}

import type { Passage, ProblemSource } from '@duizhao/contract'
import type { ComponentType } from 'react'

/** A passage somebody points at, and what it says. */
export interface PassageToolProps {
  readonly passage: Passage
  readonly words: string
  /** Whose paper or record it is. */
  readonly organisationId: string
  /** Where a problem taken from it most likely comes from. */
  readonly source: ProblemSource
}

declare module './feature.ts' {
  interface Feature {
    /** What it offers to do with a passage of a paper, or a topic of a record. */
    readonly passageTools?: readonly ComponentType<PassageToolProps>[]
  }
}

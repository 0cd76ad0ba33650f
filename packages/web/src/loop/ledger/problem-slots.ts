import type { Problem, ProblemAction, ProblemDetail } from '@duizhao/contract'
import type { ComponentType } from 'react'

/** What the form of an action is given. */
export interface ActFormProps {
  readonly problem: ProblemDetail
  readonly action: ProblemAction
  readonly onClose: () => void
}

/** The forms of actions. */
export type ActForms = Readonly<Partial<Record<ProblemAction, ComponentType<ActFormProps>>>>

declare module '../../platform/feature.ts' {
  interface Feature {
    /** What it offers to do with the whole of a problem, beside its title. */
    readonly problemTools?: readonly ComponentType<{ readonly problem: ProblemDetail }>[]
    /** What it shows about a problem, below what the ledger shows. */
    readonly problemParts?: readonly ComponentType<{ readonly problem: ProblemDetail }>[]
    /** What it offers to do with many problems at once. */
    readonly batchTools?: readonly ComponentType<{ readonly problems: readonly Problem[] }>[]
    /** The forms of the actions that are its own. */
    readonly problemForms?: ActForms
  }
}

/** Where a problem comes from: 民主生活会查摆、相互批评、征求意见、巡察、审计、隐患排查、信访、其他. */
export type CityProblemSource =
  | 'meeting'
  | 'criticism'
  | 'opinion'
  | 'inspection'
  | 'audit'
  | 'hazard'
  | 'petition'
  | 'other'

/** 立行立改、限期整改、长期坚持. */
export type CityProblemKind = 'immediate' | 'dated' | 'sustained'

/** How it stands on 2026-11-21; `relapsed` is a new problem in which an old one, struck off, has come back. */
export type CityProblemOutcome = 'open' | 'overdue' | 'requested' | 'returned' | 'struck_off' | 'relapsed'

export interface CityMeasure {
  readonly text: string
  readonly responsible: string
  readonly deadline: string | null
  readonly funding: string
  readonly contingency: string
}

export interface CityProgress {
  readonly on: string
  readonly text: string
  readonly evidence: readonly { readonly name: string; readonly text: string }[]
}

/** A problem with its whole history. Organisations and people are keys; dates are `yyyy-mm-dd`. */
export interface CityProblem {
  readonly key: string
  readonly organisation: string
  readonly source: CityProblemSource
  readonly aspect: string
  readonly text: string
  readonly cause: string
  readonly kind: CityProblemKind
  readonly lead: string
  readonly handler: string
  readonly registeredOn: string
  /** Null only for what is sustained. */
  readonly deadline: string | null
  readonly measures: readonly CityMeasure[]
  readonly progress: readonly CityProgress[]
  readonly outcome: CityProblemOutcome
  readonly closedOn: string | null
  readonly relapseOf?: string
}

import { ALL_IS_DUE } from './facts.ts'

export const complianceStates = ['met', 'late', 'missing', 'pending', 'not_applicable', 'unknown'] as const
/**
 * `missing`: what is asked is not there, or not so, though it is due. `pending`: it is not there yet, and not due yet.
 * `unknown`: the facts do not tell, which is nobody's fault.
 */
export type ComplianceState = (typeof complianceStates)[number]

export const complianceStateNames: Readonly<Record<ComplianceState, string>> = {
  met: '已做到',
  late: '迟了',
  missing: '没做到',
  pending: '未到期',
  not_applicable: '不适用',
  unknown: '不知道',
}

/** What a rule says of a meeting, or of one person or thing in it. */
export interface Judgement<Where> {
  readonly state: ComplianceState
  /** What is amiss, or what is not known; null where all is well. */
  readonly message: string | null
  /** The last day on which it is in time. */
  readonly due: string | null
  /** The people it is about. */
  readonly who: readonly string[]
  /** The place itself first, then what belongs to it. */
  readonly places: readonly Where[]
}

interface Detail<Where> {
  readonly due?: string | null
  readonly who?: readonly string[]
  /** Those that nobody can point at are left out. */
  readonly places?: readonly (Where | null)[]
}

function judged<Where>(
  state: ComplianceState,
  message: string | null,
  { due = null, who = [], places = [] }: Detail<Where> = {},
): Judgement<Where> {
  return { state, message, due, who, places: places.filter((place) => place !== null) }
}

export const met = <Where>(detail?: Detail<Where>): Judgement<Where> => judged('met', null, detail)
export const unknown = (message: string): Judgement<never> => judged<never>('unknown', message)
export const notApplicable = (message: string): Judgement<never> => judged<never>('not_applicable', message)
/** What cannot be made good by waiting: the day does not matter. */
export const missing = <Where>(message: string, detail?: Detail<Where>): Judgement<Where> =>
  judged('missing', message, detail)
export const late = <Where>(message: string, detail?: Detail<Where>): Judgement<Where> =>
  judged('late', message, detail)

/** What has not been done: missing once it is due, pending before, unknown where nobody can say. */
export function undone<Where>(message: string, asOf: string | null, detail: Detail<Where>): Judgement<Where> {
  const isOver = isPast(detail.due ?? null, asOf)
  if (isOver === null) return judged('unknown', '不知道哪一天到期，看不出该不该有', detail)
  return judged(isOver ? 'missing' : 'pending', message, detail)
}

function isPast(due: string | null, asOf: string | null): boolean | null {
  if (asOf === ALL_IS_DUE) return true
  return due === null || asOf === null ? null : asOf > due
}

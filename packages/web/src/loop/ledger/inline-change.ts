import { type Problem, ProblemClass, type ProblemFields, ProblemSource, RefusedCall } from '@duizhao/contract'
import { sentenceOf } from '../../platform/service/api.ts'

/** What may be changed in the ledger itself. */
export type InlineField = 'dueOn' | 'aspect' | 'source' | 'class'

/** The problem as it was read. */
export type Base = Pick<Problem, keyof ProblemFields | 'id' | 'number' | 'version'>

/** What was typed in the cell of one field. */
export interface InlineChange {
  readonly field: InlineField
  readonly base: Base
  readonly value: string
}

/** True if something else stands in the field than before. */
export const isTyped = ({ base, field, value }: InlineChange): boolean => value !== (base[field] ?? '')

/** All that is written about the problem, with what was changed. */
export function bodyOf({ base, field, value }: InlineChange): ProblemFields & { readonly version: number } {
  const { source, aspect, text, cause, goal, class: kind, dueOn, version } = base
  const fields = { source, aspect, text, cause, goal, class: kind, dueOn, version }
  if (field === 'dueOn') return { ...fields, dueOn: value === '' ? null : value }
  if (field === 'source') return { ...fields, source: ProblemSource.parse(value) }
  if (field === 'class') return { ...fields, class: ProblemClass.parse(value) }
  return { ...fields, aspect: value }
}

/** What the service has against it: about the field if it says so. */
export function faultOf(refused: unknown): string {
  const places = refused instanceof RefusedCall ? (refused.refusal.places ?? []) : []
  return places.length > 0 ? places.map(({ message }) => message).join('') : sentenceOf(refused)
}

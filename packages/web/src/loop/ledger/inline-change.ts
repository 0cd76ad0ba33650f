import {
  type Assignment,
  type Problem,
  ProblemClass,
  type ProblemFields,
  ProblemSource,
  RefusedCall,
} from '@duizhao/contract'
import { sentenceOf } from '../../platform/service/api.ts'

/** Who of a problem is said in its cell. */
export type InlinePerson = 'lead' | 'handler'
/** What of a problem is written in its cell. */
export type InlineText = 'dueOn' | 'aspect' | 'source' | 'class' | 'text'
/** What may be changed in the ledger itself. */
export type InlineField = InlineText | InlinePerson

/** The problem as it was read. */
export type Base = Pick<
  Problem,
  keyof ProblemFields | 'id' | 'number' | 'version' | 'lead' | 'handler' | 'organisation' | 'state'
>

/** What was typed in the cell of one field; of a person the id. */
export interface InlineChange {
  readonly field: InlineField
  readonly base: Base
  readonly value: string
}

export const isPerson = (field: InlineField): field is InlinePerson => field === 'lead' || field === 'handler'

/** What stands in a field: of a person the id; empty where nothing does. */
export function standing(base: Base, field: InlineField): string {
  return (isPerson(field) ? base[field]?.id : base[field]) ?? ''
}

/** True if something else stands in the field than before. */
export const isTyped = ({ base, field, value }: InlineChange): boolean => value !== standing(base, field)

/** All that is written about the problem, with what was changed. */
export function bodyOf({
  base,
  field,
  value,
}: InlineChange & { readonly field: InlineText }): ProblemFields & { readonly version: number } {
  const { source, aspect, text, cause, goal, class: kind, dueOn, version } = base
  const fields = { source, aspect, text, cause, goal, class: kind, dueOn, version }
  if (field === 'dueOn') return { ...fields, dueOn: value === '' ? null : value }
  if (field === 'source') return { ...fields, source: ProblemSource.parse(value) }
  if (field === 'class') return { ...fields, class: ProblemClass.parse(value) }
  return { ...fields, [field]: value }
}

/** The whole assignment, with who was changed. */
export function assignmentOf({
  base,
  field,
  value,
}: InlineChange & { readonly field: InlinePerson }): Assignment & { readonly version: number } {
  const { lead, handler, class: kind, dueOn, version } = base
  const people = { leadId: lead?.id ?? '', handlerId: handler?.id ?? null }
  return {
    ...{ ...people, class: kind, dueOn, version },
    ...(field === 'lead' ? { leadId: value } : { handlerId: value === '' ? null : value }),
  }
}

/** What the service has against it: about the field if it says so. */
export function faultOf(refused: unknown): string {
  const places = refused instanceof RefusedCall ? (refused.refusal.places ?? []) : []
  return places.length > 0 ? places.map(({ message }) => message).join('') : sentenceOf(refused)
}

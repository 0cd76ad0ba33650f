import { RefusedCall } from '@duizhao/contract'
import type { FormInstance } from 'antd'
import { sentenceOf } from '../service/api.ts'

type Name = (string | number)[]

interface FieldFault {
  readonly name: Name
  readonly errors: string[]
}

/** What was refused of the fields that a form shows, each with its sentences; and what belongs to none of them. */
export function faultsOf(error: unknown, shown: readonly Name[]): { fields: FieldFault[]; rest: string } {
  const places = error instanceof RefusedCall ? (error.refusal.places ?? []) : []
  const fields = shown.flatMap((name) => {
    const errors = places.filter(({ field }) => field === name.join('.')).map(({ message }) => message)
    return errors.length === 0 ? [] : [{ name, errors }]
  })
  const told = fields.reduce((sum, { errors }) => sum + errors.length, 0)
  return { fields, rest: told > 0 && told === places.length ? '' : sentenceOf(error) }
}

/**
 * Puts what was refused beside its fields and brings the first of them into view; returns what belongs to no field, empty
 * if nothing. What was typed stays.
 */
export function showRefusal(form: FormInstance, error: unknown): string {
  const { fields, rest } = faultsOf(
    error,
    form.getFieldsError().map(({ name }) => name),
  )
  const [first] = fields
  if (first !== undefined) {
    form.setFields(fields)
    // It may lie far from the button that was pressed.
    form.scrollToField(first.name, { block: 'center', focus: true })
  }
  return rest
}

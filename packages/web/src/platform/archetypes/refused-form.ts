import { RefusedCall } from '@duizhao/contract'
import type { FormInstance } from 'antd'
import { sentenceOf } from '../service/api.ts'

/** Puts what was refused beside its fields; returns what belongs to no field, empty if nothing. What was typed stays. */
export function showRefusal(form: FormInstance, error: unknown): string {
  const places = error instanceof RefusedCall ? (error.refusal.places ?? []) : []
  const known = places.flatMap(({ field, message }) =>
    field === undefined ? [] : [{ name: field.split('.'), errors: [message] }],
  )
  if (known.length > 0) form.setFields(known)
  return known.length > 0 ? '' : sentenceOf(error)
}

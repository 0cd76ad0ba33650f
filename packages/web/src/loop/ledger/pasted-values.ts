import {
  Aspect,
  problemClasses,
  problemClassNames,
  type ProblemFields,
  problemSources,
  problemSourceNames,
  ProblemText,
} from '@duizhao/contract'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { dayTyped } from '../../platform/archetypes/typed-date.ts'
import type { PastedField } from './pasted-columns.ts'

type Read = { readonly value: ProblemFields[PastedField] | undefined } | { readonly fault: string }

/** What a cell says; undefined where an empty one says nothing. */
export function valueOf(field: PastedField, cell: string, year: number): Read {
  if (field === 'dueOn') {
    if (cell === '') return { value: null }
    const day = dayTyped(cell, year)
    return day === null ? { fault: `读不出日期“${cell}”` } : { value: day }
  }
  if (field === 'source' || field === 'class') {
    if (cell === '') return { value: undefined }
    const value =
      field === 'source'
        ? problemSources.find((one) => problemSourceNames[one] === cell)
        : problemClasses.find((one) => problemClassNames[one] === cell)
    return value === undefined ? { fault: `没有“${cell}”这一种` } : { value }
  }
  const { data, error } = (field === 'text' ? ProblemText : Aspect).safeParse(cell)
  return error === undefined ? { value: data } : { fault: error.issues[0]?.message ?? '写得不对' }
}

/** The words of a value, as the list shows it. */
export function saidAs(field: PastedField, value: string | null): string {
  if (value === null || value === '') return '（空）'
  if (field === 'dueOn') return dateInChinese(value)
  const names: Readonly<Record<string, string>> =
    field === 'source' ? problemSourceNames : field === 'class' ? problemClassNames : {}
  return names[value] ?? value
}

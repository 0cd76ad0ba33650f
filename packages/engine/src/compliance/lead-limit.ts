import { daysAfter } from '../wording/days.ts'
import type { Lead } from './template.ts'

/** Further back nobody looks for workdays: a calendar without any would have no end. */
const FURTHEST = 366

/** The last day on which a paper is early enough; null where workdays count and nobody knows them. */
export function leadLimit(
  { days, unit }: Lead,
  day: string,
  isWorkday: ((day: string) => boolean) | null,
): string | null {
  if (unit === 'day') return daysAfter(day, -days)
  if (isWorkday === null) return null
  let passed = 0
  for (let back = 1; back <= FURTHEST; back++) {
    const before = daysAfter(day, -back)
    if (isWorkday(before)) passed++
    if (passed === days) return before
  }
  return null
}

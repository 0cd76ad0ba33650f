import { daysAfter } from '../wording/days.ts'
import type { ComplianceFacts } from './facts.ts'
import type { ComplianceTemplate, Lead } from './template.ts'

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

/** The last day for a talk: that on which the material is fixed, or the meeting, whichever is first known to come. */
export function talkDue({ day, freeze }: Pick<ComplianceFacts, 'day' | 'freeze'>): string | null {
  const [first = null] = [day, freeze?.day ?? null].filter((each) => each !== null).toSorted((a, b) => (a < b ? -1 : 1))
  return first
}

/** The last day for what follows the meeting; null while its own day is not known. */
export function followUpDue(
  { day }: Pick<ComplianceFacts, 'day'>,
  { followUpDays }: Pick<ComplianceTemplate, 'followUpDays'>,
): string | null {
  return day === null ? null : daysAfter(day, followUpDays)
}

import type { MeetingStep } from '@duizhao/contract'
import { daysAfter } from '@duizhao/engine/wording'
import { isWorking, type WorkdayExceptions } from '../../platform/calendar/index.ts'

/** What the days of a meeting follow from. */
export interface StepBasis {
  readonly plannedOn: string | null
  readonly heldOn: string | null
  /** The last day the campaign allows; null for a meeting of one's own. */
  readonly untilOn: string | null
  readonly leadWorkdays: number | null
  readonly reportDays: number | null
}

/** Practice, where no campaign says otherwise (RULES of the field: 方案提前 10 个工作日, 会后 15 天上报, 14 天通报). */
const LEAD_WORKDAYS = 10
const REPORT_DAYS = 15
const PUBLICATION_DAYS = 14

export type StepDays = Readonly<Record<MeetingStep, string | null>>

/**
 * The last day of each step. All of them move with the meeting: the day it was held, else that on which it is planned, else
 * the last its campaign allows. Null where nothing says a day.
 */
export function stepDays(basis: StepBasis, exceptions: WorkdayExceptions): StepDays {
  const day = basis.heldOn ?? basis.plannedOn ?? basis.untilOn
  const after = (days: number): string | null => (day === null ? null : daysAfter(day, days))
  const before = after(-1)
  return {
    plan: day === null ? null : workdaysBefore(day, basis.leadWorkdays ?? LEAD_WORKDAYS, exceptions),
    study: before,
    opinions: before,
    talks: before,
    materials: before,
    review: before,
    session: day,
    lists: after(basis.reportDays ?? REPORT_DAYS),
    report: after(basis.reportDays ?? REPORT_DAYS),
    publication: after(PUBLICATION_DAYS),
    rectification: null,
    next: null,
  }
}

/** The latest day that lies at least so many workdays before another. */
function workdaysBefore(day: string, workdays: number, exceptions: WorkdayExceptions): string {
  let at = day
  for (let left = workdays; left > 0;) {
    at = daysAfter(at, -1)
    if (isWorking(at, exceptions)) left -= 1
  }
  return at
}

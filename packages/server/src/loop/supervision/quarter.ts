import { daysAfter } from '@duizhao/engine/wording'
import { monthsAfter } from '@duizhao/contract'
import { isWorking, type WorkdayExceptions } from '../../platform/calendar/index.ts'

export interface Quarter {
  readonly start: string
  readonly end: string
  /** The first day of its last month. */
  readonly lastMonth: string
}

/** The quarter a date lies in. */
export function quarterOf(date: string): Quarter {
  const first = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1
  const start = `${date.slice(0, 4)}-${String(first).padStart(2, '0')}-01`
  return { start, end: daysAfter(monthsAfter(start, 3), -1), lastMonth: monthsAfter(start, 2) }
}

/** The first workday from a date on. */
export function firstWorkdayFrom(date: string, exceptions: WorkdayExceptions): string {
  let day = date
  while (!isWorking(day, exceptions)) day = daysAfter(day, 1)
  return day
}

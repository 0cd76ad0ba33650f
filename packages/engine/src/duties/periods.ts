import type { CalendarPeriod } from '../standards/duty-terms.ts'
import { daysIn } from '../wording/calendar.ts'
import { daysAfter } from '../wording/days.ts'
import type { Span } from './duty.ts'

/** A stretch of days by its key. `year`: the year whose grid it stands in. */
export interface Period extends Span {
  readonly key: string
  readonly year: number
}

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const

/** The period a day lies in. Weeks are those of ISO 8601: from Monday, in the year of their Thursday. */
export function periodOf(per: CalendarPeriod, day: string): Period {
  if (per === 'week') return weekOf(day)
  const year = Number(day.slice(0, 4))
  const no = Math.ceil(Number(day.slice(5, 7)) / MONTHS[per])
  const last = no * MONTHS[per]
  return {
    key: `${year}${keyOf(per, no)}`,
    year,
    from: `${year}-${two(last - MONTHS[per] + 1)}-01`,
    to: `${year}-${two(last)}-${daysIn(year, last)}`,
  }
}

/** The periods of one year's grid, in order. */
export function periodsOfYear(per: CalendarPeriod, year: number): Period[] {
  const periods = [periodOf(per, `${year}-01-04`)]
  for (;;) {
    const next = periodOf(per, daysAfter(periods.at(-1)?.to ?? '', 1))
    if (next.year !== year) return periods
    periods.push(next)
  }
}

function weekOf(day: string): Period {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const from = daysAfter(day, -weekday)
  const thursday = daysAfter(from, 3)
  const year = Number(thursday.slice(0, 4))
  const no = 1 + Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * 86_400_000))
  return { key: `${year}-W${two(no)}`, year, from, to: daysAfter(from, 6) }
}

function keyOf(per: Exclude<CalendarPeriod, 'week'>, no: number): string {
  return { month: `-${two(no)}`, quarter: `-Q${no}`, half: `-H${no}`, year: '' }[per]
}

function two(no: number): string {
  return String(no).padStart(2, '0')
}

/** A day of the Gregorian calendar. Year null: the text does not say. */
export interface CalendarDay {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

const FIRST_YEAR = 1921
const LAST_YEAR = 2120
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** How many days a month has; without a year February has 29. 0 for a month that does not exist. */
export function daysIn(year: number | null, month: number): number {
  const isLeap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0)
}

/** True if the calendar has this day, in a year a ledger can be about. */
export function exists({ year, month, day }: CalendarDay): boolean {
  const yearFits = year === null || (year >= FIRST_YEAR && year <= LAST_YEAR)
  return yearFits && day >= 1 && day <= daysIn(year, month)
}

/** `yyyy-mm-dd`; null without a year or if there is no such day. */
export function isoDate(day: CalendarDay): string | null {
  if (day.year === null || !exists(day)) return null
  return `${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`
}

const DAY_IN_MILLISECONDS = 86_400_000
const EXCEL_DAY_ZERO = Date.UTC(1899, 11, 30)

/** The day an Excel serial number (1900 system) stands for. */
export function dayOfSerial(serial: number): CalendarDay {
  const date = new Date(EXCEL_DAY_ZERO + Math.floor(serial) * DAY_IN_MILLISECONDS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** China has one time zone, without summer time since 1991. */
const CHINA_HOURS = 8
const HOUR = 3_600_000

/** The instant a calendar date (`yyyy-mm-dd`) begins in China. */
export function startOfDay(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - CHINA_HOURS * HOUR)
}

/** The instant it ends: the beginning of the next. */
export function endOfDay(date: string): Date {
  return new Date(startOfDay(date).getTime() + 24 * HOUR)
}

/** The calendar date (`yyyy-mm-dd`) in China at an instant. */
export function dateInChina(instant: Date): string {
  return new Date(instant.getTime() + CHINA_HOURS * HOUR).toISOString().slice(0, 10)
}

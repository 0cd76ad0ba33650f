import { dayNamed } from '@duizhao/engine/wording'

/** What stands between the first and the last day of more than one. */
const BETWEEN = /[—–~～至到]/

/**
 * The day somebody types, `yyyy-mm-dd`: 2026年3月5日, 2026.3.5, 2026-3-5, 20260305, or 3月5日 and 3.5 of a year. Null if no
 * single day of the calendar is named.
 */
export function dayTyped(text: string, year: number): string | null {
  const words = text.trim()
  if (BETWEEN.test(words)) return null
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(words)
  if (digits !== null) return dayNamed(digits.slice(1).join('-'), year)
  return dayNamed(/^\d{1,2}[./-]\d{1,2}$/.test(words) ? `${year}-${words.replace(/\D/, '-')}` : words, year)
}

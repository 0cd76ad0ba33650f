import { readDate } from './chinese-date.ts'
import { writtenIn } from './cell-words.ts'

/** From the first to the last day; null where it is not written, or still goes on. */
interface Term {
  readonly from: string | null
  readonly to: string | null
}

/** Words for an end that has not come: 至今, 现任. */
const GOES_ON = /[至到]今|现任|在任|^今$/

/** The first day of what a cell names: a day, a month (2024.03), a year. Null if it names none. */
function firstDayIn(text: string): string | null {
  const { kind, date, from, precision } = readDate(text)
  if (from !== undefined) return from
  if (kind !== 'date' || date === undefined) return null
  if (precision === 'month') return `${date.slice(0, 8)}01`
  return precision === 'year' ? `${date.slice(0, 5)}01-01` : precision === 'day' ? date : null
}

/** The last day of what a cell names; null if it names none, or says that it goes on. */
export function lastDayIn(text: string): string | null {
  if (GOES_ON.test(text)) return null
  const { kind, date } = readDate(text)
  return kind === 'date' ? (date ?? null) : null
}

/** The one day a text names, of a year where it has none; null if it names a longer time, or no day of the calendar. */
export function dayNamed(text: string, year: number): string | null {
  const { kind, date, from, precision } = readDate(text, { year })
  return kind === 'date' && precision === 'day' && from === undefined ? (date ?? null) : null
}

/**
 * The days a post was held by its cell: “2024年3月”, “2024.03.15起”, “2022年5月—2024年2月”, “2022.05至今”. Null if something
 * is written that is no such thing.
 */
export function termIn(text: string): Term | null {
  const words = writtenIn(text)
  if (words === '') return { from: null, to: null }
  const from = firstDayIn(words)
  if (from === null) return GOES_ON.test(words) ? { from: null, to: null } : null
  const isRange = readDate(words).from !== undefined
  return { from, to: isRange ? lastDayIn(words) : null }
}

import { countedInFigures, type Figures, inFigures } from './chinese-figures.ts'
import type { FormatSection } from './format-code.ts'

/** Which day is number 0: the last of 1899 (Windows) or the first of 1904 (old Macintosh). */
export type DateSystem = 1900 | 1904

const DAY_SECONDS = 86_400
/** Excel takes 1900 for a leap year, as Lotus did: 60 is the day that never was, later numbers are one too high. */
const FALSE_LEAP_DAY = 60
/** 31 December 9999, the last day Excel knows. */
const LAST_DAY = 2_958_465
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  /** 0 is Sunday. */
  readonly weekday: number
  readonly seconds: number
  /** Seconds since day 0. */
  readonly elapsed: number
}

/** The calendar date of a serial number as `yyyy-mm-dd`; undefined for times of day and days that never were. */
export function isoDate(serial: number, system: DateSystem): string | undefined {
  const moment = momentOf(serial, system)
  const isRealDay = system === 1904 || (serial >= 1 && Math.floor(serial) !== FALSE_LEAP_DAY)
  if (moment === undefined || !isRealDay) return undefined
  return `${String(moment.year).padStart(4, '0')}-${pad(moment.month)}-${pad(moment.day)}`
}

/** The serial number of a calendar date `yyyy-mm-dd` from 1 March 1900 on. */
export function serialOf(date: string, system: DateSystem): number {
  const days = Date.parse(`${date}T00:00:00Z`) / (DAY_SECONDS * 1000)
  return (
    days -
    Date.UTC(system === 1904 ? 1904 : 1899, system === 1904 ? 0 : 11, system === 1904 ? 1 : 30) / (DAY_SECONDS * 1000)
  )
}

/** Between the last day of 1899 and the first of 1904. */
const DAYS_TO_1904 = 1462

/** The digits of a day's number, counted from the last day of 1899 whatever the workbook counts from. */
export function fromFirstDay(digits: string, system: DateSystem): string {
  return system === 1904 ? String(Number(digits) + DAYS_TO_1904) : digits
}

/** The digits of a day's number as a workbook counts; the reverse of `fromFirstDay`. */
export function asCounted(digits: string, system: DateSystem): string {
  return system === 1904 ? String(Number(digits) - DAYS_TO_1904) : digits
}

/** A serial number as the date format shows it; undefined if Excel would show only `#` signs. */
export function formatDate(serial: number, section: FormatSection, system: DateSystem): string | undefined {
  const moment = momentOf(serial, system)
  if (moment === undefined) return undefined
  const hasHalf = section.tokens.some(({ kind }) => kind === 'half')
  const parts: string[] = []
  let inFraction = false
  for (const token of section.tokens) {
    if (token.kind === 'date') parts.push(datePart(token.code, moment, { hasHalf, figures: section.figures }))
    else if (token.kind === 'elapsed') parts.push(String(elapsedPart(token.code, moment.elapsed)))
    else if (token.kind === 'half') parts.push(token.words[moment.seconds < DAY_SECONDS / 2 ? 0 : 1])
    else if (token.kind === 'literal') parts.push(token.words)
    else if (token.kind === 'slash') parts.push('/')
    else if (token.kind === 'comma') parts.push(',')
    else if (token.kind === 'point') inFraction = true
    else if (token.kind === 'digit' && !inFraction) parts.push(token.sign)
  }
  return parts.join('').trim()
}

function momentOf(serial: number, system: DateSystem): Moment | undefined {
  const elapsed = Math.round(serial * DAY_SECONDS)
  const dayNumber = Math.floor(elapsed / DAY_SECONDS)
  if (serial < 0 || dayNumber > LAST_DAY) return undefined
  const seconds = elapsed - dayNumber * DAY_SECONDS
  if (system === 1900 && dayNumber === FALSE_LEAP_DAY) {
    return { year: 1900, month: 2, day: 29, weekday: 3, seconds, elapsed }
  }
  if (system === 1900 && dayNumber === 0) return { year: 1900, month: 1, day: 0, weekday: 6, seconds, elapsed }
  const isBeforeLeap = dayNumber < FALSE_LEAP_DAY
  const date = new Date(
    system === 1904 ? Date.UTC(1904, 0, 1 + dayNumber) : Date.UTC(1899, 11, (isBeforeLeap ? 31 : 30) + dayNumber),
  )
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    seconds,
    elapsed,
  }
}

function datePart(
  code: string,
  moment: Moment,
  { hasHalf, figures }: { hasHalf: boolean; figures: Figures | undefined },
): string {
  const hour = Math.floor(moment.seconds / 3600)
  const minute = Math.floor(moment.seconds / 60) % 60
  const written = (value: number, isLong: boolean): string => {
    if (figures !== undefined) return spokenInDates(value, figures)
    return isLong ? pad(value) : String(value)
  }
  const isLong = code.length > 1
  switch (code.charAt(0)) {
    case 'y':
    case 'e': {
      const year = code.length > 2 || code.startsWith('e') ? String(moment.year) : pad(moment.year % 100)
      return figures === undefined ? year : inFigures(year, figures)
    }
    case 'm':
      return code.length > 2 ? named(MONTHS[moment.month - 1], code.length) : written(moment.month, isLong)
    case 'd':
      return code.length > 2 ? named(WEEKDAYS[moment.weekday], code.length) : written(moment.day, isLong)
    case 'a':
      return (code.length > 3 ? '星期' : '') + '日一二三四五六'.charAt(moment.weekday)
    case 'h':
      return written(hasHalf ? ((hour + 11) % 12) + 1 : hour, isLong)
    case 'n':
      return written(minute, isLong)
    default:
      return written(moment.seconds % 60, isLong)
  }
}

/** Months and days are said 十一, not 一十一. */
function spokenInDates(value: number, figures: Figures): string {
  const words = countedInFigures(String(value), figures)
  return figures === 'chinese' ? words.replace(/^一十/, '十') : words
}

function elapsedPart(code: string, seconds: number): number {
  return Math.floor(seconds / ({ h: 3600, m: 60 }[code] ?? 1))
}

/** Three letters, or the whole name for four, or its first letter for five. */
function named(name: string | undefined, length: number): string {
  return name?.slice(0, { 3: 3, 5: 1 }[length] ?? name.length) ?? ''
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

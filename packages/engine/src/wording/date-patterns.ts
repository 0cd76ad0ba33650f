import { daysIn } from './calendar.ts'

export type DatePrecision = 'day' | 'month' | 'quarter' | 'half' | 'year'

/** A stretch of the calendar as it is written; months and days may not exist ("2月30日"). */
export interface WrittenPeriod {
  /** As written, or null. */
  readonly year: number | null
  /** Years from the year the context gives: 明年 is 1. Null if the text does not refer to one. */
  readonly shift: number | null
  readonly fromMonth: number
  readonly fromDay: number
  readonly toMonth: number
  /** 0 stands for the last day of the month. */
  readonly toDay: number
  readonly precision: DatePrecision
}

/** One way of writing a date: a sticky pattern on normalised text and what it means. */
export interface DatePattern {
  readonly pattern: RegExp
  /** True if it counts only at the start of the text or after a dash ("6.30前", "2024.3.1-4.15"). */
  readonly bare?: true
  read(groups: Readonly<Record<string, string | undefined>>): WrittenPeriod
}

const SHIFTS: Readonly<Record<string, number>> = {
  今: 0,
  本: 0,
  当: 0,
  同: 0,
  明: 1,
  次: 1,
  翌: 1,
  来: 1,
  去: -1,
  上: -1,
}
const YEAR = '(?:(?<year>(?:19|20)\\d\\d|[1-4]\\d)年(?:度)?|(?<shift>[今本当同明次翌来去上])年(?:度)?)'
const FULL_YEAR = '(?:(?<year>(?:19|20)\\d\\d)年(?:度)?|(?<shift>[今本当同明次翌来去上])年(?:度)?)'
const DASH = '[-—–−~〜至到]'

/** What the parts of a month are called, as their first and last day; 0 is the last of the month. */
const PARTS_OF_MONTH: Readonly<Record<string, readonly [number, number]>> = {
  上旬: [1, 10],
  初: [1, 10],
  中旬: [11, 20],
  中: [11, 20],
  下旬: [21, 0],
}

const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 }

/** Feast days with a fixed date that deadlines name. */
const FEASTS: Readonly<Record<string, readonly [number, number]>> = {
  元旦: [1, 1],
  五一: [5, 1],
  七一: [7, 1],
  八一: [8, 1],
  国庆: [10, 1],
  十一: [10, 1],
}

type Groups = Readonly<Record<string, string | undefined>>

function period(
  groups: Groups,
  from: readonly [number, number],
  to: readonly [number, number],
  precision: DatePrecision,
): WrittenPeriod {
  const { year, shift } = groups
  const written = year === undefined ? null : Number(year) < 100 ? 2000 + Number(year) : Number(year)
  const [fromMonth, fromDay] = from
  const [toMonth, toDay] = to
  const shifted = shift === undefined ? null : (SHIFTS[shift] ?? 0)
  return { year: written, shift: shifted, fromMonth, fromDay, toMonth, toDay, precision }
}

function day(groups: Groups): WrittenPeriod {
  const at = [Number(groups['month']), Number(groups['day'])] as const
  return period(groups, at, at, 'day')
}

function month(groups: Groups): WrittenPeriod {
  const number = Number(groups['month'])
  const [first, last] = PARTS_OF_MONTH[groups['part'] ?? ''] ?? [1, 0]
  return period(groups, [number, first], [number, last], 'month')
}

function quarter(groups: Groups): WrittenPeriod {
  const last = 3 * (QUARTERS[groups['quarter'] ?? ''] ?? 0)
  return period(groups, [last - 2, 1], [last, 0], 'quarter')
}

function half(groups: Groups): WrittenPeriod {
  return groups['half'] === '上' ? period(groups, [1, 1], [6, 0], 'half') : period(groups, [7, 1], [12, 0], 'half')
}

function wholeYear(groups: Groups): WrittenPeriod {
  return period(groups, [1, 1], [12, 0], 'year')
}

function feast(groups: Groups): WrittenPeriod {
  const at = FEASTS[groups['feast'] ?? ''] ?? [0, 0]
  return period(groups, at, at, 'day')
}

/** How people write dates, tried in order at each place of a text in half-width Arabic digits without blanks. */
export const datePatterns: readonly DatePattern[] = [
  { pattern: new RegExp(`${YEAR}?(?<month>\\d{1,2})月份?(?<day>\\d{1,2})(?!\\d)[日号]?`, 'y'), read: day },
  { pattern: new RegExp(`${YEAR}?(?<month>\\d{1,2})月份?(?<part>[上中下]旬|初|中(?!期))?`, 'y'), read: month },
  { pattern: new RegExp(`${YEAR}?(?<month>\\d{1,2})(?=${DASH}{1,2}\\d{1,2}月)`, 'y'), read: month },
  { pattern: new RegExp(`${FULL_YEAR}?第?(?<quarter>[1-4一二三四])季度`, 'y'), read: quarter },
  { pattern: new RegExp(`${FULL_YEAR}?(?<half>[上下])半年`, 'y'), read: half },
  {
    pattern: /(?<year>(?:19|20)\d\d|[1-4]\d)(?<sign>[./\-。、])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)/y,
    read: day,
  },
  { pattern: /(?<year>20\d\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?!\d)/y, read: day },
  { pattern: /(?<year>20\d\d)(?<month>0[1-9]|1[0-2])(?!\d)/y, read: month },
  {
    pattern:
      /(?<year>(?:19|20)\d\d)(?<sign>[./-])(?<month>\d{1,2})(?!\d)(?!\k<sign>\d{1,3}(?!\d))(?:月(?<part>[上中下]旬|初|中)?)?/y,
    read: month,
  },
  { pattern: new RegExp(`(?:${FULL_YEAR}年?|年)(?:底|末|终|内)`, 'y'), read: wholeYear },
  { pattern: new RegExp(`${FULL_YEAR}?全年`, 'y'), read: wholeYear },
  { pattern: /(?<feast>元旦|五一|七一|八一|国庆|十一)(?=["”’]?(?:节|假期|长假)?(?:之前|以前|前))/y, read: feast },
  { pattern: new RegExp(`(?<year>(?:19|20)\\d\\d)(?=${DASH}{1,2}(?:19|20)\\d\\d年)`, 'y'), read: wholeYear },
  { pattern: /(?<year>(?:19|20)\d\d)年(?:度)?/y, read: wholeYear },
  { pattern: /(?<month>\d{1,2})[./](?<day>\d{1,2})(?!\d|%|[./]\d)/y, bare: true, read: day },
]

/** The first and last day of a written period once its year is known; null if the calendar does not have them. */
export function boundsOf(written: WrittenPeriod, year: number | null): { fromDay: number; toDay: number } | null {
  const lastOfMonth = daysIn(year, written.toMonth)
  const toDay = written.toDay === 0 ? lastOfMonth : written.toDay
  const possible =
    written.fromDay >= 1 && written.fromDay <= daysIn(year, written.fromMonth) && toDay >= 1 && toDay <= lastOfMonth
  return possible ? { fromDay: written.fromDay, toDay } : null
}

import { CHINESE_NUMERAL, chineseNumber } from './chinese-number.ts'
import { dayOfSerial, exists, isoDate } from './calendar.ts'
import { boundsOf, type DatePrecision, datePatterns, type WrittenPeriod } from './date-patterns.ts'

export type { DatePrecision } from './date-patterns.ts'

/** What is known around a date: the year months without one belong to. */
export interface DateContext {
  readonly year?: number
}

/**
 * What a deadline says. `date`: a calendar date or period; `immediate`: 立行立改, 即知即改; `sustained`: 长期坚持, 每季度;
 * `done`: 已完成; `unclear`: nothing that can be put on a calendar (尽快, 2月30日, a blank, 3月底 of no known year).
 */
export type DateKind = 'date' | 'immediate' | 'sustained' | 'done' | 'unclear'

export interface ReadDate {
  readonly kind: DateKind
  /** The last day meant, `yyyy-mm-dd`, always a day the calendar has. Present for kind `date` only. */
  readonly date?: string
  /** The first day of a range (“2024年6月—12月”) or of something without end (“2024年3月起”). */
  readonly from?: string
  /** How exactly the day is named. A date that only lacks its year is `unclear` with its precision. */
  readonly precision: DatePrecision | 'none'
  /** True if the words say "by then" (前、之前、以内). */
  readonly until?: true
  /** True if the words ask to keep it up after the date (并长期坚持). */
  readonly sustained?: true
  /** True if the words also say it is done (已于2024年3月完成). */
  readonly done?: true
  /** As written. */
  readonly text: string
}

/** Deadlines are short; the rest of a long cell says nothing about the date. */
const LONGEST = 200
const SUSTAINED = /长期|持续|常态|长效|经常|坚持|永久|贯穿|日常|每(?:半?年|季|月|周|日|天|学期|两月)|[按逐](?:季|月|年)/
const RECURRING = /每(?:半?年|季度?|月|周|学期)(?:度|的)?$/
const IMMEDIATE =
  /立行立改|立整立改|立改|立即|立刻|马上|[即边]知[即边]改|即[行时查]即?改|即改|边[查学整]边改|当即|即刻|随即|现场整改/
const DONE = /已经?[^未没，。；]{0,16}(?:完成|整改|办结|落实|销号|到位)|^(?:完成|办结|整改完成|完成整改|整改到位|销号)$/
const UNTIL = /^(?:之?[底末]|内)?(?:之前|以前|前|以内|内|止|截止)/
const UNTIL_BEFORE = /(?:截至|截止|不晚于|不迟于|最迟)(?:到|至|于)?$/
const OPEN_START = /^(?:[底末])?(?:(?:起|开始|以来|以后)(?![\s\S]{0,4}[至到])|[至到]今)/
const JOINED = /^(?:[日号底末起])?[-—–−~〜至到]{1,2}$/
const SERIAL = /^\d{5}(?:\.\d{1,12})?$/
const BARE_YEAR = /^(?:19|20)\d\d$/
const FIRST_SERIAL = 36_526 // 2000-01-01
const LAST_SERIAL = 54_788 // 2049-12-31

interface FoundPeriod {
  readonly written: WrittenPeriod
  readonly start: number
  readonly end: number
}

/**
 * Reads a date, a range or a deadline as ledgers write them; the last day of a month, quarter, half or year where only
 * that is named. No clock: without `context.year` (or a year in the text) “3月底前” is unclear. Never throws.
 */
export function readDate(text: string, context: DateContext = {}): ReadDate {
  const words = normalised(text)
  const flags = DONE.test(words) ? { done: true as const, text } : { text }
  const serial = serialDate(words)
  if (serial !== null) return { kind: 'date', date: serial, precision: 'day', text }
  const periods = BARE_YEAR.test(words) ? periodsIn(`${words}年`) : periodsIn(words)
  const recurring = periods.length > 0 && RECURRING.test(words.slice(0, periods[0]?.start))
  if (periods.length > 0 && !recurring) return { ...fromPeriods(words, periods, context), ...flags }
  const isSustained = recurring || SUSTAINED.test(words)
  if (IMMEDIATE.test(words))
    return { kind: 'immediate', precision: 'none', ...(isSustained ? { sustained: true } : {}), ...flags }
  if (isSustained) return { kind: 'sustained', precision: 'none', ...flags }
  return { kind: flags.done ? 'done' : 'unclear', precision: 'none', ...flags }
}

/** Half-width, Arabic digits in dates, no blanks except between two digits. */
function normalised(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/[〇○零oO0一二三四五六七八九]{4}(?=\s?年)/g, (year) => [...year].map(yearDigit).join(''))
    .replace(/\s+/g, ' ')
    .replace(/ (?!\d)|(?<!\d) /g, '')
    .replace(new RegExp(`${CHINESE_NUMERAL}{1,3}(?=[月日号])`, 'g'), (number) => {
      const value = chineseNumber(number)
      return Number.isNaN(value) ? number : String(value)
    })
    .trim()
}

function yearDigit(char: string): string {
  const digit = '一二三四五六七八九'.indexOf(char) + 1
  return String(digit)
}

function serialDate(words: string): string | null {
  const serial = SERIAL.test(words) ? Number(words) : 0
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? isoDate(dayOfSerial(serial)) : null
}

function periodsIn(words: string): FoundPeriod[] {
  const found: FoundPeriod[] = []
  for (let at = 0; at < words.length;) {
    const insideNumber = at > 0 && /\d/.test(words.charAt(at - 1)) && /\d/.test(words.charAt(at))
    const period = insideNumber ? null : periodAt(words, at, found.at(-1))
    if (period) found.push(period)
    at = period ? period.end : at + 1
  }
  return found
}

function periodAt(words: string, at: number, before: FoundPeriod | undefined): FoundPeriod | null {
  const bareAllowed = at === 0 || (before !== undefined && JOINED.test(words.slice(before.end, at)))
  for (const { pattern, bare, read } of datePatterns) {
    if (bare && !bareAllowed) continue
    pattern.lastIndex = at
    const match = pattern.exec(words)
    if (match) return { written: read(match.groups ?? {}), start: at, end: at + match[0].length }
  }
  return null
}

interface DatedPeriod {
  readonly found: FoundPeriod
  readonly year: number | null
  readonly from: string | null
  readonly to: string | null
}

function fromPeriods(words: string, periods: readonly FoundPeriod[], context: DateContext): Omit<ReadDate, 'text'> {
  const dated = datedPeriods(words, periods, context.year ?? null)
  if (dated === null) return { kind: 'unclear', precision: 'none' }
  const last = dated.reduce((latest, each) => ((each.to ?? '') >= (latest.to ?? '') ? each : latest))
  const index = dated.indexOf(last)
  const before = dated[index - 1]
  const after = words.slice(last.found.end)
  if (OPEN_START.test(after)) return { kind: 'sustained', precision: 'none', ...(last.from ? { from: last.from } : {}) }
  const isRange = before !== undefined && isJoined(words, before.found, last.found)
  const until =
    UNTIL.test(after) ||
    UNTIL_BEFORE.test(words.slice(0, last.found.start)) ||
    /[内前]$/.test(words.slice(last.found.start, last.found.end))
  const { precision } = last.found.written
  return {
    ...(last.to ? { kind: 'date', date: last.to, precision } : { kind: 'unclear', precision }),
    ...(isRange && before.from ? { from: before.from } : {}),
    ...(until ? { until: true } : {}),
    ...(SUSTAINED.test(words) ? { sustained: true } : {}),
  }
}

function isJoined(words: string, first: FoundPeriod, second: FoundPeriod): boolean {
  return JOINED.test(words.slice(first.end, second.start))
}

/** Gives each period its year: written, or that of the period before, or the context's. Null if one does not exist. */
function datedPeriods(
  words: string,
  periods: readonly FoundPeriod[],
  contextYear: number | null,
): DatedPeriod[] | null {
  const dated: DatedPeriod[] = []
  for (const found of periods) {
    const { written } = found
    const before = dated.at(-1)
    const base = before?.year ?? contextYear ?? (written.shift === null ? laterYear(periods) : null)
    let year = written.year ?? (base === null ? null : base + (written.shift ?? 0))
    const joined = before !== undefined && isJoined(words, before.found, found)
    const turnsYear = joined && written.year === null && written.shift === null && year !== null
    if (turnsYear && year !== null && written.toMonth < before.found.written.fromMonth) year += 1
    const bounds = boundsOf(written, year)
    if (bounds === null) return null
    const last = { year, month: written.toMonth, day: bounds.toDay }
    if (!exists(last)) return null
    dated.push({
      found,
      year,
      from: isoDate({ year, month: written.fromMonth, day: bounds.fromDay }),
      to: isoDate(last),
    })
  }
  return dated
}

/** “6月至2024年9月”: the year is written once, at the end of the range. */
function laterYear(periods: readonly FoundPeriod[]): number | null {
  return periods.find(({ written }) => written.year !== null)?.written.year ?? null
}

import { readDate } from './chinese-date.ts'

const DATE =
  /(?:(\d{4}|[〇○零一二三四五六七八九]{4})\s*[年./-]\s*)?(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[月./-]\s*(\d{1,2}|[一二三四五六七八九十]{1,3})(?:\s*[日号])?/g

export interface FoundDate {
  readonly date: string
  readonly start: number
  readonly end: number
}

/** The days a text names, in order. Days without a year take that of the date before, else `year`; others are left out. */
export function datesIn(text: string, year: number | null = null): FoundDate[] {
  let known = year
  return [...text.matchAll(DATE)].flatMap(({ 0: words, 1: written, index }) => {
    const isDay = written !== undefined || /月.*[日号]/.test(words)
    if (!isDay) return []
    const read = readDate(words, known === null ? {} : { year: known })
    if (read.kind !== 'date' || read.date === undefined || read.precision !== 'day') return []
    if (written !== undefined) known = Number(read.date.slice(0, 4))
    return [{ date: read.date, start: index, end: index + words.length }]
  })
}

const TIME =
  /(上午|下午|晚上|中午)?\s*(\d{1,2})\s*[:：时点]\s*(\d{2})?\s*分?\s*[-—–－~～至到]{1,2}\s*(上午|下午|晚上)?\s*(\d{1,2})\s*[:：时点]\s*(\d{2})?/

/** The first stretch of hours a text names, in minutes of the day; null if it names none. */
export function hoursIn(text: string): { readonly from: number; readonly to: number } | null {
  const match = TIME.exec(text)
  if (match === null) return null
  const [, half, hour = '', minute = '0', laterHalf, laterHour = '', laterMinute = '0'] = match
  const from = minutesOf(half, hour, minute)
  const to = minutesOf(laterHalf ?? half, laterHour, laterMinute)
  return to > from ? { from, to } : null
}

function minutesOf(half: string | undefined, hour: string, minute: string): number {
  const hours = Number(hour)
  const isLater = (half === '下午' || half === '晚上') && hours < 12
  return (isLater ? hours + 12 : hours) * 60 + Number(minute)
}

/** What follows a day up to another: 3月5日至7日, 3月30日—4月2日. */
const UP_TO =
  /^\s*(?:[（(]?(?:星期|周)[一二三四五六日天][)）]?)?\s*[-—–－~～至到]{1,2}\s*(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*[日号]/

/** The first day a text names and, where it names a stretch of days, the last one; `to` is `from` for a single day. */
export function dayRangeIn(
  text: string,
  year: number | null = null,
): { readonly from: string; readonly to: string; readonly start: number; readonly end: number } | null {
  const [first] = datesIn(text, year)
  if (first === undefined) return null
  const { date: from, start, end } = first
  const match = UP_TO.exec(text.slice(end))
  const [, month = from.slice(5, 7), day = ''] = match ?? []
  const last = match === null ? undefined : datesIn(`${from.slice(0, 4)}年${month}月${day}日`)[0]
  if (match === null || last === undefined || last.date < from) return { from, to: from, start, end }
  return { from, to: last.date, start, end: end + match[0].length }
}

import { readDate } from '../../tables/chinese-date.ts'
import { chineseNumber } from '../../chinese-number.ts'
import type { Stated } from './meeting-facts.ts'

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

/** The day after `date` by so many days. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 2026年1月15日 */
export function dayInChinese(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** The first number a pattern's groups hold, with its place. */
export function statedNumber(text: string, pattern: RegExp, path: string): Stated<number> | null {
  const match = pattern.exec(text)
  const digits = match?.slice(1).find((group) => group !== undefined)
  if (!match || digits === undefined) return null
  const value = /\d/.test(digits) ? Number(digits) : chineseNumber(digits)
  return Number.isFinite(value) ? { value, path, start: match.index, end: match.index + match[0].length } : null
}

/** Every number a pattern finds: 征求意见14条，归并为7条 states two. */
export function allNumbers(text: string, pattern: RegExp, path: string): Stated<number>[] {
  return [...text.matchAll(new RegExp(pattern, 'g'))].flatMap((match) => {
    const digits = match.slice(1).find((group) => group !== undefined)
    return digits === undefined
      ? []
      : [{ value: Number(digits), path, start: match.index, end: match.index + match[0].length }]
  })
}

/** Names as lists write them, with the blanks inside short ones taken out. */
export function namesIn(list: string): string[] {
  return list
    .replace(/(?<=^|[、，,；;\s：:])(\p{Script=Han})[ 　]{1,3}(\p{Script=Han})(?=$|[、，,；;（(\s。])/gu, '$1$2')
    .replace(/[（(][^（()）]{0,40}[)）]/g, '、')
    .split(/[、，,；;\s。]+/)
    .map((name) => name.replace(/(?:等)?同志$/, ''))
    .filter((name) => isName(name))
}

const NO_NAME =
  /^(?:全体|成员|党员|人员|其他|列席|督导|记录|主持|缺席|请假|无|同上|应到|实到|以上|班子|支部|出席|参加|姓名|合计|单位|职务)|[局科股室站队组部委会镇乡县市区省校院所]$/

/** True for two to four Chinese characters that are no word of a list. */
export function isName(words: string): boolean {
  return /^\p{Script=Han}{2,4}$|^\p{Script=Han}{2,6}·\p{Script=Han}{2,6}$/u.test(words) && !NO_NAME.test(words)
}

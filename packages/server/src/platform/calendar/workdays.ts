import chineseDays from 'chinese-days'
import type { WorkdayExceptions } from './queries.ts'

const DAY = 86_400_000

/** True if a date is a workday: by the office's own setting, else by the State Council's arrangement. */
export function isWorking(date: string, exceptions: WorkdayExceptions): boolean {
  return exceptions.get(date) ?? chineseDays.isWorkday(date)
}

/** Workdays after one date up to another, the latter included; 0 if it is not later. */
export function workdaysBetween(from: string, to: string, exceptions: WorkdayExceptions): number {
  if (to <= from) return 0
  let count = workdaysUpTo(to) - workdaysUpTo(from)
  for (const [date, isWorkday] of exceptions)
    if (date > from && date <= to) count += Number(isWorkday) - Number(chineseDays.isWorkday(date))
  return count
}

/** Years are far apart from being asked one by one: their workdays are added up once. */
const sums = new Map<number, Int16Array>()
const FIRST_YEAR = 2000

/** Workdays from the first year up to a date, itself included. */
function workdaysUpTo(date: string): number {
  const year = Math.max(FIRST_YEAR, Number(date.slice(0, 4)))
  let count = 0
  for (let before = FIRST_YEAR; before < year; before += 1) count += sumsOf(before).at(-1) ?? 0
  const day = (Date.parse(`${date}T00:00:00Z`) - Date.UTC(year, 0, 1)) / DAY
  return count + (sumsOf(year)[day] ?? 0)
}

function sumsOf(year: number): Int16Array {
  const known = sums.get(year)
  if (known) return known
  const days = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / DAY
  const made = new Int16Array(days)
  let count = 0
  for (let day = 0; day < days; day += 1) {
    if (chineseDays.isWorkday(new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10))) count += 1
    made[day] = count
  }
  sums.set(year, made)
  return made
}

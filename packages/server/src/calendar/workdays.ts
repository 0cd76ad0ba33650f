import chineseDays from 'chinese-days'
import type { Database } from '../database/pool.ts'
import type { Tx } from '../database/transaction.ts'

const DAY = 86_400_000

/** What an office has set otherwise than the State Council, by date. */
export type WorkdayExceptions = ReadonlyMap<string, boolean>

export async function readExceptions(db: Database | Tx): Promise<WorkdayExceptions> {
  const rows = await db.selectFrom('workday_exception').select(['date', 'is_workday']).execute()
  return new Map(rows.map((row) => [row.date, row.is_workday]))
}

/** True if a date is a workday: by the office's own setting, else by the State Council's arrangement. */
export function isWorking(date: string, exceptions: WorkdayExceptions): boolean {
  return exceptions.get(date) ?? chineseDays.isWorkday(date)
}

/** The date so many days later, or earlier. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** Workdays after one date up to another, the latter included; 0 if it is not later. */
export function workdaysBetween(from: string, to: string, exceptions: WorkdayExceptions): number {
  let count = 0
  for (let date = daysAfter(from, 1); date <= to; date = daysAfter(date, 1)) if (isWorking(date, exceptions)) count += 1
  return count
}

import { dateInChinese, daysBetween } from '@duizhao/engine/wording'

export { dateInChinese, daysAfter } from '@duizhao/engine/wording'

const instant = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' })
const weekday = new Intl.DateTimeFormat('zh-CN', { weekday: 'short', timeZone: 'UTC' })
const inChina = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Shanghai' })

/** An instant as people in China read it: 2026年3月31日 14:05. */
export function instantInChinese(at: string): string {
  return instant.format(new Date(at))
}

/** The date in China now, `yyyy-mm-dd`. */
export function todayInChina(): string {
  return inChina.format(new Date())
}

/** The year it is in China. */
export function thisYear(): number {
  return Number(todayInChina().slice(0, 4))
}

/** 2026年3月, of `yyyy-mm`. */
export function monthInChinese(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}

/** 2026年3月31日（周二，还有 12 天）. */
export function dueInChinese(date: string, today: string): string {
  return `${dateInChinese(date)}（${weekdayOf(date)}，${leftInChinese(date, today)}）`
}

/** 2026年3月31日（周二）. */
export function dayInChinese(date: string): string {
  return `${dateInChinese(date)}（${weekdayOf(date)}）`
}

/** 还有 12 天; by how much a deadline is missed is counted in workdays, by the service. */
export function leftInChinese(date: string, today: string): string {
  const days = daysBetween(today, date)
  return days === 0 ? '今天' : days > 0 ? `还有 ${days} 天` : '已过'
}

function weekdayOf(date: string): string {
  return weekday.format(new Date(`${date}T00:00:00Z`))
}

/** By how much a deadline is missed, the same words on every page. */
export function overdueInChinese(workdays: number): string {
  return workdays === 0 ? '已超期' : `超期 ${workdays} 个工作日`
}

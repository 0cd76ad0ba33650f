const instant = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' })
const day = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' })
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

/** The date so many days after another. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 2026年3月31日 */
export function dateInChinese(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`))
}

/** 2026年3月31日（周二，还有 12 天） */
export function dueInChinese(date: string, today: string): string {
  const at = new Date(`${date}T00:00:00Z`)
  const days = Math.round((at.getTime() - Date.parse(`${today}T00:00:00Z`)) / 86_400_000)
  const when = days === 0 ? '今天' : days > 0 ? `还有 ${days} 天` : `过了 ${-days} 天`
  return `${day.format(at)}（${weekday.format(at)}，${when}）`
}

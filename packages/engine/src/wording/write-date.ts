/** A date (`yyyy-mm-dd`) as official documents write it: 2026年1月15日. */
export function dateInChinese(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** A text with each date in it (`yyyy-mm-dd`) as official documents write it; the rest is as it was. */
export function datesInChinese(text: string): string {
  return text.replace(/(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g, dateInChinese)
}

/** The month of a date (`yyyy-mm-dd` or `yyyy-mm`): 2026年1月. */
export function monthInChinese(date: string): string {
  const [year, month] = date.split('-').map(Number)
  return `${year}年${month}月`
}

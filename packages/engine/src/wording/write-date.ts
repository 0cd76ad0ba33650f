/** A date (`yyyy-mm-dd`) as official documents write it: 2026年1月15日. */
export function dateInChinese(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

const DIGITS = ['', '一', '二', '三', '四']

/** The key of a period as it is said: 2026-Q3 → 2026年第三季度. A post's key is no word and is called 任职. */
export function periodInWords(key: string): string {
  const [, year, kind = '', no = ''] = /^(\d{4})(?:-([HQW]?)(\d+))?$/.exec(key) ?? []
  if (year === undefined) return wordsOfEvent(key)
  if (no === '') return `${year}年`
  if (kind === 'H') return `${year}年${no === '1' ? '上' : '下'}半年`
  if (kind === 'Q') return `${year}年第${DIGITS[Number(no)] ?? no}季度`
  return `${year}年${kind === 'W' ? `第${Number(no)}周` : `${Number(no)}月`}`
}

function wordsOfEvent(key: string): string {
  if (key === 'once') return '一次'
  const holiday = /^(\d{4})-(\p{Script=Han}+)$/u.exec(key)
  return holiday ? `${holiday[1]}年${holiday[2]}` : '任职'
}

const NUMBER = /^-?(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,12})?%?$/

/** The value of a number in figures (`11,200.00`, `-3`, `45.5%` as 0.455), null for other words. */
export function readNumber(words: string): number | null {
  const text = words.normalize('NFKC').trim()
  if (!NUMBER.test(text)) return null
  const value = Number(text.replaceAll(',', '').replace('%', ''))
  return text.endsWith('%') ? value / 100 : value
}

/** A number in figures, with the 15 digits a workbook keeps. */
export function numberWords(value: number): string {
  return String(Number(value.toPrecision(15)))
}

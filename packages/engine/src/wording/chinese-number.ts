const DIGITS = '〇一二三四五六七八九'

/** The characters a Chinese counting number is written with, as a character class for regular expressions. */
export const CHINESE_NUMERAL = '[一二三四五六七八九十]'

/**
 * The value of a Chinese counting number from 一 (两) to 九十九, or of one written in digits; NaN for anything else.
 */
export function chineseNumber(text: string): number {
  if (/^[\d０-９]+$/.test(text)) return Number(text.normalize('NFKC'))
  if (text === '两') return 2
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text)
  if (!match || text === '') return Number.NaN
  const [, tens, ten, ones] = match
  return (ten ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0) + (ones ? DIGITS.indexOf(ones) : 0)
}

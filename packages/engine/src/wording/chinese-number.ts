const DIGITS = '〇一二三四五六七八九'

/** The characters a Chinese counting number is written with, as a character class for regular expressions. */
export const CHINESE_NUMERAL = '[一二三四五六七八九十]'

/**
 * The value of a Chinese counting number from 一 (两) to 九百九十九, or of one written in digits; NaN for anything else.
 */
export function chineseNumber(text: string): number {
  if (/^[\d０-９]+$/.test(text)) return Number(text.normalize('NFKC'))
  if (text === '两') return 2
  const [, hundreds, below = text] = /^([一二三四五六七八九两])百(.*)$/.exec(text) ?? []
  if (hundreds === undefined) return belowHundred(below)
  const hundred = 100 * (hundreds === '两' ? 2 : DIGITS.indexOf(hundreds))
  if (below === '') return hundred
  // 一百零五 names the missing tens; 一百五 may be 105 or 150.
  const isSpoken = /^[零〇]/.test(below) === !below.includes('十')
  return isSpoken ? hundred + belowHundred(below.replace(/^[零〇]/, '')) : Number.NaN
}

function belowHundred(text: string): number {
  const match = /^(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text)
  if (!match || text === '') return Number.NaN
  const [, tens, ten, ones] = match
  return (ten ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0) + (ones ? DIGITS.indexOf(ones) : 0)
}

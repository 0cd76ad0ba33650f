/**
 * The numbers of Word's automatic lists in words, by the value of `w:numFmt` (ECMA-376 part 1, 17.18.59). What the
 * standard leaves open follows Word. Formats without an entry, and numbers beyond a format's range, are written 1, 2, 3.
 */
const FORMATS: Readonly<Record<string, (value: number) => string | undefined>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => byDigit(value, '０１２３４５６７８９'),
  decimalFullWidth2: (value) => byDigit(value, '０１２３４５６７８９'),
  chineseCounting: countedToHundred,
  taiwaneseCounting: countedToHundred,
  chineseCountingThousand: (value) => counted(value, CHINESE),
  taiwaneseCountingThousand: (value) => counted(value, { ...CHINESE, units: ['', '十', '百', '千', '萬'] }),
  japaneseCounting: (value) => counted(value, { ...CHINESE, zero: '', silentOne: 'always' }),
  chineseLegalSimplified: (value) => counted(value, LEGAL),
  ideographLegalTraditional: (value) =>
    counted(value, { ...LEGAL, digits: '零壹貳參肆伍陸柒捌玖', units: ['', '拾', '佰', '仟', '萬'] }),
  ideographDigital: (value) => byDigit(value, '〇一二三四五六七八九'),
  japaneseDigitalTenThousand: (value) => byDigit(value, '〇一二三四五六七八九'),
  taiwaneseDigital: (value) => byDigit(value, '○一二三四五六七八九'),
  ideographTraditional: (value) => '甲乙丙丁戊己庚辛壬癸'[value - 1],
  ideographZodiac: (value) => '子丑寅卯辰巳午未申酉戌亥'[value - 1],
  ideographEnclosedCircle: (value) => signFrom('㈠', value, 10),
  decimalEnclosedCircle: (value) => signFrom('①', value, 20),
  decimalEnclosedCircleChinese: (value) => signFrom('①', value, 20),
  decimalEnclosedParen: (value) => signFrom('⑴', value, 20),
  decimalEnclosedFullstop: (value) => signFrom('⒈', value, 20),
  upperLetter: letters,
  lowerLetter: (value) => letters(value)?.toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value)?.toLowerCase(),
  ordinal: (value) => `${value}${ordinalEnding(value)}`,
  numberInDash: (value) => `- ${value} -`,
}

/** The number as a list of that format shows it. */
export function formatNumber(value: number, format: string): string {
  if (format === 'none' || format === 'bullet') return ''
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  return (value < 1 ? undefined : write?.(value)) ?? String(value)
}

interface Counting {
  readonly digits: string
  readonly zero: string
  readonly units: readonly string[]
  /** Where a one before a unit is not spoken: 十五 but 一百一十五 (`teens`), 百十五 (`always`, except before 万), 壹拾伍 (`never`). */
  readonly silentOne: 'teens' | 'always' | 'never'
}

const CHINESE: Counting = {
  digits: '〇一二三四五六七八九',
  zero: '〇',
  units: ['', '十', '百', '千', '万'],
  silentOne: 'teens',
}
const LEGAL: Counting = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  zero: '零',
  units: ['', '拾', '佰', '仟', '萬'],
  silentOne: 'never',
}

/** 一 … 九十九, then digit by digit: 一〇〇. */
function countedToHundred(value: number): string {
  return value < 100 ? counted(value, CHINESE) : byDigit(value, CHINESE.digits)
}

/** 一百二十三, up to 99,999. Ten to nineteen are 十 … 十九, not 一十; sums of money are 壹拾. */
function counted(value: number, counting: Counting): string {
  if (value > 99_999) return String(value)
  const digits = String(value)
  let words = ''
  let zeroDue = false
  for (const [i, char] of [...digits].entries()) {
    const digit = Number(char)
    const unit = counting.units[digits.length - 1 - i] ?? ''
    if (digit === 0) {
      zeroDue = words !== ''
      continue
    }
    if (zeroDue) words += counting.zero
    zeroDue = false
    words += (digit === 1 && isSilentOne(value, unit, counting) ? '' : counting.digits[digit]) + unit
  }
  return words
}

function isSilentOne(value: number, unit: string, { silentOne, units }: Counting): boolean {
  if (silentOne === 'teens') return value < 20 && unit !== ''
  return silentOne === 'always' && unit !== '' && unit !== units[4]
}

function byDigit(value: number, digits: string): string {
  return String(value).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)
}

/** One of a row of Unicode signs, e.g. ① to ⑳. */
function signFrom(first: string, value: number, count: number): string | undefined {
  return value > count ? undefined : String.fromCodePoint((first.codePointAt(0) ?? 0) + value - 1)
}

/** A … Z, then AA, BB, CC; Word repeats the letter and stops at 30 of them. */
function letters(value: number): string | undefined {
  return value > 780 ? undefined : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string | undefined {
  if (value > 4999) return undefined
  let rest = value
  let words = ''
  for (const [worth, sign] of ROMAN) {
    words += sign.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return words
}

function ordinalEnding(value: number): string {
  const tens = value % 100
  if (tens >= 11 && tens <= 13) return 'th'
  return { 1: 'st', 2: 'nd', 3: 'rd' }[value % 10] ?? 'th'
}

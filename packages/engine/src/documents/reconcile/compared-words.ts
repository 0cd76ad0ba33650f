/** A text as it is compared: full-width signs, quotation marks, blanks and notes for the reader do not count. */
export function comparedWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(NOTE, '')
    .replace(/[\s\u200b\ufeff"'“”‘’「」『』《》`]+/g, '')
    .replace(/[，,、；;。.：:！!？?—–-]+(?=$|[\p{Script=Han}])/gu, ',')
    .replace(/^,+|,+$/g, '')
}

/** （自查不存在此问题）、（立行立改）、（注：……）: remarks of who filled it in. */
const NOTE = /[（(](?:自查|经自查|注[:：]|立行立改|限期整改|长期坚持|已完成|已整改|见附件|不涉及)[^（()）]{0,40}[)）]/g

/** A number with what it counts: 3.28万元, 12个乡镇. */
export interface CountedNumber {
  readonly value: number
  readonly unit: string
  readonly words: string
}

const NUMBER = /(?<![\d.第])(\d{1,12}(?:\.\d{1,6})?)\s*(万|亿)?(余|多)?(%|‰|[\p{Script=Han}])?/gu
const TENFOLD: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/** The numbers of a text, with 万 and 亿 worked in; years and days of dates are left out. */
export function numbersIn(text: string): CountedNumber[] {
  const words = text.normalize('NFKC').replace(/(\d),(?=\d{3})/g, '$1')
  return [...words.matchAll(NUMBER)].flatMap(([whole, digits = '', scale = '', , unit = '']) => {
    const value = Number(digits) * (TENFOLD[scale] ?? 1)
    if (/[年月日号季]/.test(unit) || unit === '') return []
    return [{ value: Math.round(value * 1e6) / 1e6, unit, words: whole }]
  })
}

/**
 * A number of `other` that stands where `own` has another one of the same unit: both texts must lack the other's number.
 * Null if the texts count alike, or one just says less.
 */
export function changedNumber(own: string, other: string): { readonly own: string; readonly other: string } | null {
  const [a, b] = [numbersIn(own), numbersIn(other)]
  const lacking = (from: readonly CountedNumber[], all: readonly CountedNumber[]): CountedNumber[] =>
    from.filter(({ value, unit }) => !all.some((each) => each.value === value && each.unit === unit))
  const [onlyOwn, onlyOther] = [lacking(a, b), lacking(b, a)]
  for (const number of onlyOther) {
    const counterpart = onlyOwn.filter(({ unit }) => unit === number.unit)
    const [first] = counterpart
    if (first !== undefined) return { own: first.words, other: number.words }
  }
  return null
}

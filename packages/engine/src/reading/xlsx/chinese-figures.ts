/** In which signs a number format shows digits: `[DBNum1]` 一二三, `[DBNum2]` 壹贰叁, `[DBNum3]` １２３. */
export type Figures = 'chinese' | 'legal' | 'wide'

const SIGNS: Readonly<Record<Figures, { readonly digits: string; readonly units: readonly string[] }>> = {
  chinese: { digits: '〇一二三四五六七八九', units: ['', '十', '百', '千'] },
  legal: { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] },
  wide: { digits: '０１２３４５６７８９', units: ['', '十', '百', '千'] },
}
const GROUPS = ['', '万', '亿', '万亿']

/** Figures of a kind by the number in `[DBNum1]`; undefined for others. */
export const FIGURES: Readonly<Record<string, Figures>> = { 1: 'chinese', 2: 'legal', 3: 'wide' }

/** Every digit in the signs of its kind: 2026 is 二〇二六. */
export function inFigures(words: string, figures: Figures): string {
  return words.replace(/\d/g, (digit) => SIGNS[figures].digits.charAt(Number(digit)))
}

/** A number without sign as it is spoken, in figures such as `12345.5`: 一万二千三百四十五.五. Below 10^16. */
export function countedInFigures(words: string, figures: Figures): string {
  const [whole = '', fraction] = words.split('.')
  if (!/^\d{1,16}$/.test(whole)) return words
  const digits = SIGNS[figures].digits
  const groups = whole.padStart(Math.ceil(whole.length / 4) * 4, '0').match(/\d{4}/g) ?? []
  let spoken = ''
  let zeroDue = false
  for (const [i, group] of groups.entries()) {
    let words = ''
    for (const [j, digit] of [...group].entries()) {
      if (digit === '0') zeroDue = spoken + words !== ''
      else {
        words += (zeroDue ? digits.charAt(0) : '') + digits.charAt(Number(digit)) + (SIGNS[figures].units[3 - j] ?? '')
        zeroDue = false
      }
    }
    if (words !== '') spoken += words + (GROUPS[groups.length - 1 - i] ?? '')
  }
  const counted = spoken === '' ? digits.charAt(0) : spoken
  return fraction === undefined ? counted : `${counted}.${inFigures(fraction, figures)}`
}

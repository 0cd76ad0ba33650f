import { chineseNumber } from '../wording/chinese-number.ts'
import { countedInFigures } from '../reading/xlsx/chinese-figures.ts'

/** The number of a row (序号) taken apart: 1, 1.2, 2-3, （三）, A-07, 第4项. */
export interface RowNumber {
  /** What stands before the counter: `2-`, `（`. */
  readonly before: string
  readonly counter: number
  readonly after: string
  readonly isChinese: boolean
  /** How many digits it is written with at least: 07 has two. */
  readonly width: number
}

const NUMBER =
  /^(?<before>.{0,12}?)(?:(?<digits>\d{1,6})|(?<chinese>[一二三四五六七八九十百]{1,5}))(?<after>[^\d一二三四五六七八九十百]{0,3})$/s

/** Takes a row's number apart; null for words that count nothing. */
export function readRowNumber(text: string): RowNumber | null {
  const { before = '', digits, chinese, after = '' } = NUMBER.exec(text.trim())?.groups ?? {}
  if (digits !== undefined) {
    const width = digits.startsWith('0') ? digits.length : 1
    return { before, counter: Number(digits), after, isChinese: false, width }
  }
  if (chinese === undefined) return null
  const counter = chineseNumber(chinese)
  return Number.isNaN(counter) ? null : { before, counter, after, isChinese: true, width: 1 }
}

/** A row's number as it is written, `by` further on. */
export function writeRowNumber({ before, counter, after, isChinese, width }: RowNumber, by: number): string {
  const digits = String(counter + by)
  const written = isChinese
    ? countedInFigures(digits, 'chinese').replace(/^一十/, '十').replaceAll('〇', '零')
    : digits.padStart(width, '0')
  return before + written + after
}

/** True if two numbers belong to the same list: 1.2 and 1.3, not 1.2 and 2.1. */
export function isSameList(a: RowNumber, b: RowNumber): boolean {
  return a.before === b.before && a.after === b.after && a.isChinese === b.isChinese
}

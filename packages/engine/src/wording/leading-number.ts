import { CHINESE_NUMERAL } from './chinese-number.ts'

/**
 * A number in front of a name or a sentence that stands by itself, as a part of regular expressions: 1. 12、 3） （四） 五、
 * 1.5 is none. What numbers a document, or the contents of a cell, is told by `outline` and `tables`.
 */
export const LEADING_NUMBER = `[（(]?(?:\\d{1,3}|${CHINESE_NUMERAL}{1,3})(?:[）)][、.．]?|[、.．])(?!\\d)`

const IN_FRONT = new RegExp(`^(?:${LEADING_NUMBER}|${CHINESE_NUMERAL}{1,3}\\s)\\s*`)

/** Words without the number before them: 思想建设 of 一、思想建设. */
export function withoutLeadingNumber(words: string): string {
  return words.replace(IN_FRONT, '')
}

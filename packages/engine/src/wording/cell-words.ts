import { CHINESE_NUMERAL } from './chinese-number.ts'

const NOTHING = /^[-—–/\\／无]+$/u

/** What is written in a cell, without blanks at its ends; a dash or 无 stands for nothing. */
export function writtenIn(text: string): string {
  const words = text.trim()
  return NOTHING.test(words) ? '' : words
}

const MARK = new RegExp(`^[（(]?${CHINESE_NUMERAL}{1,3}[）)]?[、.．\\s]\\s*`)

/** Words without the number before them: 思想建设 of 一、思想建设. */
export function withoutMark(words: string): string {
  return words.replace(MARK, '')
}

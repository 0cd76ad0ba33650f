import { chineseNumber } from '../../wording/chinese-number.ts'
import type { Stated } from './meeting-facts.ts'

/** The first number a pattern's groups hold, with its place. */
export function statedNumber(text: string, pattern: RegExp, path: string): Stated<number> | null {
  const match = pattern.exec(text)
  const digits = match?.slice(1).find((group) => group !== undefined)
  if (!match || digits === undefined) return null
  const value = /\d/.test(digits) ? Number(digits) : chineseNumber(digits)
  return Number.isFinite(value) ? { value, path, start: match.index, end: match.index + match[0].length } : null
}

/** Every number a pattern finds: 征求意见14条，归并为7条 states two. */
export function allNumbers(text: string, pattern: RegExp, path: string): Stated<number>[] {
  return [...text.matchAll(new RegExp(pattern, 'g'))].flatMap((match) => {
    const digits = match.slice(1).find((group) => group !== undefined)
    return digits === undefined
      ? []
      : [{ value: Number(digits), path, start: match.index, end: match.index + match[0].length }]
  })
}

import type { SourceDocument } from '../reading/source-document.ts'
import { readDate } from '../wording/chinese-date.ts'
import { edgeLines } from './edge-lines.ts'

/** A short line that ends with a day or a month: 临江市水务局 2025年1月22日, （2025年1月）. */
const SIGNED =
  /^[^，。；：]{0,30}?((?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年\s?[\d一二三四五六七八九十]{1,3}月(?:\s?[\d一二三四五六七八九十]{1,3}日)?)\s*[）)]?$/

/**
 * The day a paper was signed or is dated, `yyyy-mm-dd`, the last of the month where only that is said; null if it has no
 * date of its own, at its end or under its title.
 */
export function signedOn(document: SourceDocument): string | null {
  for (const line of edgeLines(document)) {
    const words = SIGNED.exec(line)?.[1]
    const date = words === undefined ? undefined : readDate(words).date
    if (date !== undefined) return date
  }
  return null
}

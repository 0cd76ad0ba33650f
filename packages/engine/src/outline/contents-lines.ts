import type { SourceDocument } from '../reading/source-document.ts'
import { type Line, linesOf } from './line.ts'

const FEWEST = 3
/** A cover and a letter may stand above it. */
const LAST_TITLED = 16
const MOST_LINES = 120
/** What a heading says without its mark, its dots and its page: “（一）学习方面 …… 3” is 学习方面. */
const MARK =
  /^[\s　]*(?:第?[一二三四五六七八九十]{1,3}[、．.章部分]{1,3}|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[．.、])[\s　]*/
const PAGE = /[\s　.·…．﹒-]*[\d０-９]{0,3}[\s　]*$/

/**
 * How many lines at the beginning are a table of contents: headings that stand again further below in the same order,
 * or end in dots and a page. 0 if there is none. A heading 目录 and the lines above it belong to it.
 */
export function contentsLength(lines: readonly Line[]): number {
  const titled = lines.slice(0, LAST_TITLED).findIndex(({ plain }) => isContentsHeading(plain))
  const from = titled + 1
  let end = from
  const entries: string[] = []
  // The first heading below stands among them already: it is no entry.
  while (end < Math.min(lines.length, from + MOST_LINES) && isEntry(lines[end]?.plain ?? '')) {
    const name = nameOf(lines[end]?.plain ?? '')
    if (entries.includes(name)) break
    entries.push(name)
    end += 1
  }
  if (entries.length < FEWEST) return 0
  const below = lines.slice(end).map(({ plain }) => nameOf(plain))
  let [repeated, at] = [0, 0]
  for (const entry of entries) {
    const found = below.findIndex((words, i) => i >= at && words.startsWith(entry))
    if (found < 0) continue
    repeated += 1
    at = found + 1
  }
  const isContents = repeated >= FEWEST && repeated >= entries.length - 1
  return isContents ? end : 0
}

/** True for 目录 and 目次, their characters apart or not. */
export function isContentsHeading(words: string): boolean {
  return /^目[\s　]*[录次]$/.test(words.trim())
}

/** Where a document's table of contents ends; 0 if it has none. */
export function contentsEnd(document: SourceDocument): number {
  const lines = linesOf(document)
  const length = contentsLength(lines)
  return length === 0 ? 0 : (lines[length - 1]?.end ?? 0)
}

function isEntry(plain: string): boolean {
  const words = plain.trim()
  return words.length <= 60 && MARK.test(words) && !/[。；：！？]/.test(words)
}

function nameOf(plain: string): string {
  return plain.replace(PAGE, '').replace(MARK, '').trim()
}

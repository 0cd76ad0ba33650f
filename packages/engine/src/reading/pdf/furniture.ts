import { usualOf, type TextLine } from './lines.ts'
import type { Rule } from './rules.ts'

/** The lines of one page that stand in no table. */
export interface PageLines {
  readonly height: number
  readonly lines: readonly TextLine[]
  /** The lines drawn on it. */
  readonly rules: readonly Rule[]
}

/** Headers and footers stand in the outer parts of a page, this share of its height. */
const MARGIN = 0.12
/** How many lines from the top and from the bottom may belong to them. */
const DEEPEST = 3
const PAGE_NUMBER =
  /^[-—–－―─·•~〜\s|]{0,6}(?:第\s?)?(?:\d{1,4}|[ivxIVX]{1,6}|[〇一二三四五六七八九十百]{1,4})(?:\s?页)?(?:\s?(?:[/／，,、|]\s?|of\s)?(?:共\s?)?\d{1,4}(?:\s?页)?)?[-—–－―─·•~〜\s|]{0,6}$/

/**
 * The lines of each page without page numbers and without what repeats at the top or bottom of most pages; and the
 * footnotes of all pages: small print, or what stands under a short line, at the end of a page, begun by a number.
 */
export function withoutFurniture(pages: readonly PageLines[]): { lines: TextLine[][]; footnotes: TextLine[] } {
  const repeated = repeatedLines(pages)
  const bare = pages.map((page) => {
    const outer = new Set(outerLines(page))
    return page.lines.filter((line) => !outer.has(line) || !(isPageNumber(line) || repeated.has(keyOf(line, page))))
  })
  const size = usualOf(bare.flatMap((lines) => lines.map((line) => [line.size, line.words.length] as const)))
  const starts = bare.map((lines, i) => footnoteStart(lines, size, pages[i]?.rules ?? []))
  return {
    lines: bare.map((lines, i) => lines.slice(0, starts[i])),
    footnotes: bare.flatMap((lines, i) => lines.slice(starts[i])),
  }
}

/** The index of the first line of the footnotes of a page, or the number of lines. */
function footnoteStart(lines: readonly TextLine[], size: number, rules: readonly Rule[]): number {
  const small = lines.findLastIndex((line) => line.size > 0.8 * size) + 1
  const [left, right] = [Math.min(...lines.map((line) => line.left)), Math.max(...lines.map((line) => line.right))]
  const isSeparator = ({ isLevel, from, to }: Rule): boolean =>
    isLevel && Math.abs(from - left) < size && to - from > 3 * size && to - from < 0.45 * (right - left)
  const lowest = rules.filter(isSeparator).reduce((low, { at }) => Math.max(low, at), 0)
  const under = lowest > 0 ? lines.findIndex(({ baseline }) => baseline > lowest) : -1
  const start = [small, under].find((index) => index > 0 && NOTE_NUMBER.test(lines[index]?.words ?? ''))
  return start ?? lines.length
}

const NOTE_NUMBER = /^(?:[\d*]{1,3}(?![\d.、．年月])|[①-⑳]|[[［【]\d)/

function isPageNumber({ words }: TextLine): boolean {
  return words.length <= 16 && PAGE_NUMBER.test(words) && !/^[〇一二三四五六七八九十百]+$/.test(words)
}

function outerLines({ lines, height }: PageLines): TextLine[] {
  const byHeight = lines.toSorted((one, other) => one.baseline - other.baseline)
  const top = byHeight.slice(0, DEEPEST).filter(({ baseline }) => baseline < MARGIN * height)
  const bottom = byHeight.slice(-DEEPEST).filter(({ baseline, size }) => baseline - size > (1 - MARGIN) * height)
  return [...top, ...bottom]
}

/** What stands, but for numbers in it, at the same place of at least three pages and of half of them. */
function repeatedLines(pages: readonly PageLines[]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set(outerLines(page).map((line) => keyOf(line, page))))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const enough = Math.max(3, pages.length / 2 - 1)
  return new Set(
    Array.from(counts)
      .filter(([, count]) => count >= enough)
      .map(([key]) => key),
  )
}

/** Odd and even pages may differ in the place across, not in the height. */
function keyOf({ words, baseline }: TextLine, { height }: PageLines): string {
  return `${Math.round((baseline / height) * 100)} ${words.replace(/\d+/g, '#')}`
}

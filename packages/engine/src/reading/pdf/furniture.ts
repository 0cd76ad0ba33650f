import type { TextLine } from './lines.ts'

/** The lines of one page that stand in no table. */
export interface PageLines {
  readonly height: number
  readonly lines: readonly TextLine[]
}

/** Headers and footers stand in the outer parts of a page, this share of its height. */
const MARGIN = 0.12
/** How many lines from the top and from the bottom may belong to them. */
const DEEPEST = 3
const PAGE_NUMBER =
  /^[-—–－―─·•~〜\s|]{0,6}(?:第\s?)?(?:\d{1,4}|[ivxIVX]{1,6}|[〇一二三四五六七八九十百]{1,4})(?:\s?页)?(?:\s?(?:[/／，,、|]\s?|of\s)?(?:共\s?)?\d{1,4}(?:\s?页)?)?[-—–－―─·•~〜\s|]{0,6}$/

/** The lines of each page without page numbers and without what repeats at the top or bottom of most pages. */
export function withoutFurniture(pages: readonly PageLines[]): TextLine[][] {
  const repeated = repeatedLines(pages)
  return pages.map((page) => {
    const outer = new Set(outerLines(page))
    return page.lines.filter((line) => !outer.has(line) || !(isPageNumber(line) || repeated.has(keyOf(line, page))))
  })
}

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

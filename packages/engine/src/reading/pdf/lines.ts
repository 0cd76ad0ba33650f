import type { Glyphs } from './page.ts'

/** A line of text, or the part of one that stands in one column. Points from the page's upper left corner. */
export interface TextLine {
  readonly words: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  readonly bold: boolean
}

/** Gaps wider than this, in font sizes, part columns. */
const COLUMN_GAP = 1.5
/** Gaps from this size on are seen as such; in the narrow cells of tables justified words stand further apart. */
const SEEN_GAP = 0.85
const SEEN_GAP_IN_CELL = 1.3
/** Gaps up to this size are a Chinese space. */
const CHINESE_SPACE = 1.25
const LATIN_SPACE = 0.12
/** Stands for a gap that a reader sees, until the spaces are cleared away. */
const WIDE_GAP = '\u0001'

/** Gathers words to lines, from top to bottom; on a page in two columns the left one first. */
export function linesOf(glyphs: readonly Glyphs[]): TextLine[] {
  const rows = rowsOf(glyphs)
  const parts = rows.map((row) => partsOf(row).map((part) => lineOf(part, SEEN_GAP)))
  return inReadingOrder(parts) ?? rows.map((row) => lineOf(row, SEEN_GAP)).filter(({ words }) => words !== '')
}

/** Gathers the words of a table's cell to lines. */
export function linesOfCell(glyphs: readonly Glyphs[]): TextLine[] {
  return rowsOf(glyphs).map((row) => lineOf(row, SEEN_GAP_IN_CELL))
}

/** Words on about the same baseline, each row from left to right; raised and lowered ones belong to their row. */
function rowsOf(glyphs: readonly Glyphs[]): Glyphs[][] {
  const rows: Glyphs[][] = []
  const seen = glyphs.filter(({ words }) => words.trim() !== '' || words.includes(' '))
  for (const glyph of seen.toSorted((one, other) => one.baseline - other.baseline)) {
    const row = rows.at(-1)
    const leader = row?.[0]
    if (row && leader && glyph.baseline - leader.baseline < 0.45 * Math.max(glyph.size, leader.size)) row.push(glyph)
    else rows.push([glyph])
  }
  return rows
    .map((row) => row.toSorted((one, other) => one.left - other.left))
    .filter((row) => row.some(({ words }) => words.trim() !== ''))
}

/** A row cut at wide gaps. */
function partsOf(row: readonly Glyphs[]): Glyphs[][] {
  const parts: Glyphs[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const glyph of row) {
    if (glyph.words.trim() === '') continue
    if (glyph.left - right > COLUMN_GAP * glyph.size) parts.push([glyph])
    else parts.at(-1)?.push(glyph)
    right = Math.max(right, glyph.right)
  }
  return parts
}

/** The line a row of words makes; `seenGap` in font sizes. */
function lineOf(row: readonly Glyphs[], seenGap: number): TextLine {
  const visible = row.filter(({ words }) => words.trim() !== '')
  const size = usualOf(visible.map((glyph) => [glyph.size, glyph.words.length]))
  const baseline = usualOf(visible.map((glyph) => [glyph.baseline, glyph.words.length]))
  let words = ''
  let before: Glyphs | undefined
  for (const glyph of visible) {
    if (before && overlapsAgain(before, glyph)) continue
    if (isNoteSign(glyph, size, baseline) && /[^\w]$/.test(words)) continue
    const gap = before ? (glyph.left - before.right) / size : 0
    words += (gap > CHINESE_SPACE ? WIDE_GAP : gap > seenGap ? '　' : gap > LATIN_SPACE ? ' ' : '') + glyph.words
    before = glyph
  }
  return {
    words: withoutStraySpaces(words),
    left: Math.min(...visible.map(({ left }) => left)),
    right: Math.max(...visible.map(({ right }) => right)),
    baseline,
    size,
    bold: visible.every(({ bold }) => bold),
  }
}

/** The raised sign that refers to a footnote. */
function isNoteSign({ words, ...glyph }: Glyphs, size: number, baseline: number): boolean {
  return (
    glyph.size < 0.8 * size &&
    baseline - glyph.baseline > 0.15 * size &&
    /^(?:[\d*]{1,3}|[①-⑳]|[[［【]\d{1,3}[\]］】])$/.test(words.trim())
  )
}

/** Some programs make words bold by printing them twice, a hair's breadth apart. */
function overlapsAgain(before: Glyphs, glyph: Glyphs): boolean {
  return glyph.words === before.words && glyph.words.trim() !== '' && glyph.left - before.left < 0.3 * glyph.size
}

/** Chinese text needs no spaces; those between it and digits or letters are the distance Word sets there. */
function withoutStraySpaces(words: string): string {
  return words
    .replace(/ (?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])/g, '')
    .replace(/(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]) /g, '')
    .replaceAll(WIDE_GAP, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** The value with the greatest weight. */
export function usualOf(values: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>()
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight)
  let usual = values[0]?.[0] ?? 0
  for (const [value, weight] of weights) if (weight > (weights.get(usual) ?? 0)) usual = value
  return usual
}

const FEWEST_LINES = 8

/**
 * The lines of a page in two columns: column by column between the lines that run across both. Null for a page in one
 * column, where the parts of a row belong together.
 */
function inReadingOrder(rows: readonly (readonly TextLine[])[]): TextLine[] | null {
  const all = rows.flat()
  if (rows.filter((row) => row.length === 2).length < FEWEST_LINES) return null
  const left = Math.min(...all.map((line) => line.left))
  const right = Math.max(...all.map((line) => line.right))
  const middle = (left + right) / 2
  const isLeft = (line: TextLine): boolean => line.right <= middle + 2
  const isRight = (line: TextLine): boolean => line.left >= middle - 2
  const lefts = all.filter(isLeft)
  const rights = all.filter(isRight)
  const dense = (lines: readonly TextLine[]): boolean =>
    lines.length >= FEWEST_LINES &&
    lines.filter((line) => line.right - line.left > 0.3 * (right - left)).length >= 0.7 * lines.length
  if (!dense(lefts) || !dense(rights) || lefts.length + rights.length < 0.7 * all.length) return null
  const ordered: TextLine[] = []
  let waiting: TextLine[] = []
  for (const row of rows) {
    for (const line of row) {
      if (isLeft(line)) ordered.push(line)
      else if (isRight(line)) waiting.push(line)
      else {
        ordered.push(...waiting, line)
        waiting = []
      }
    }
  }
  return [...ordered, ...waiting]
}

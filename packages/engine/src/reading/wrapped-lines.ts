import type { Span } from '../span.ts'

interface Line extends Span {
  readonly words: string
}

const FEWEST_FULL = 3
/** A full line may be this many half-width columns short: a sign that may not begin a line moves to the next. */
const SLACK = 4
const NARROWEST = 36
const WIDEST = 130
/** The share of full lines from which on a text was broken at a width. */
const MOST_FULL = 0.25
/** The share of them that break off in the middle of a sentence. */
const MOST_BROKEN = 0.5
const ENDED = /[。！？!?；;：:」』]["”』）)]*$/
const BEGINS =
  /^(?:[　 \t]{2,}|第?[一二三四五六七八九十]{1,3}[、．.章是]|[（(〔][一二三四五六七八九十\d]{1,3}[）)〕]|\d{1,2}[．.、](?!\d)|[①-⑳]|首先|其次|附件[：:])/

/**
 * Lines broken at a fixed width, as text copied from a PDF has them, as groups that are one paragraph each; null if the
 * text was not broken so. `text` is searched for the white space before a line, which begins a paragraph too.
 */
export function joinWrapped<L extends Line>(lines: readonly L[], text: string): L[][] | null {
  const shown = lines.map((line) => indentOf(text, line) + line.words)
  // Some programs break after so many columns, some after so many signs, a figure counting as much as a character.
  const byColumns = shown.map(widthOf)
  const bySigns = shown.map(({ length }) => length * 2)
  const fullOnes = (all: readonly number[]): number => {
    const most = fullWidth(all)
    return most === null ? 0 : all.filter((one) => one >= most - SLACK).length
  }
  const widths = fullOnes(bySigns) > fullOnes(byColumns) ? bySigns : byColumns
  const full = fullWidth(widths)
  if (full === null) return null
  const isFull = (i: number): boolean => (widths[i] ?? 0) >= full - SLACK
  const fullLines = lines.filter((_, i) => isFull(i))
  const broken = fullLines.filter(({ words }) => !ENDED.test(words))
  if (
    fullLines.length < lines.length * MOST_FULL ||
    broken.length < FEWEST_FULL ||
    broken.length < fullLines.length * MOST_BROKEN
  )
    return null
  const groups: L[][] = []
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    const begins =
      !before ||
      !isFull(i - 1) ||
      BEGINS.test(line.words) ||
      isIndented(text, line) ||
      hasBlankBetween(text, before, line)
    if (begins) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  return groups
}

/** The width most full lines have; null if no width is shared by several and the greatest. */
function fullWidth(widths: readonly number[]): number | null {
  const sorted = widths.toSorted((a, b) => b - a)
  const width = sorted[FEWEST_FULL - 1] ?? 0
  return width >= NARROWEST && width <= WIDEST && (sorted[0] ?? 0) <= width + SLACK ? width : null
}

/** Columns a line takes where Chinese characters and signs take two. */
function widthOf(words: string): number {
  let width = 0
  for (let i = 0; i < words.length && width <= WIDEST * 2; i++) width += words.charCodeAt(i) < 0x2e80 ? 1 : 2
  return width
}

/** The white space a line begins with: it takes room too. */
function indentOf(text: string, { start }: Line): string {
  return /[　 \t]{0,8}$/.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? ''
}

function isIndented(text: string, { start }: Line): boolean {
  return /(?:\u3000|[ \t]{2})$/.test(text.slice(Math.max(0, start - 2), start))
}

function hasBlankBetween(text: string, before: Line, line: Line): boolean {
  return (text.slice(before.end, line.start).match(/\n/g)?.length ?? 0) > 1
}

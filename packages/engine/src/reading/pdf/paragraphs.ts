import type { ParagraphBlock } from '../lay-out.ts'
import { usualOf, type TextLine } from './lines.ts'

/** How the running text of a document is set. Points. */
export interface Setting {
  /** Where full lines begin and end. */
  readonly left: number
  readonly right: number
  readonly size: number
  /** The usual distance from line to line. */
  readonly pitch: number
  /** In cells of tables running text may be centred. */
  readonly isCell?: boolean
}

/** A line and whether it begins a page. */
interface PlacedLine extends TextLine {
  readonly isPageTop: boolean
}

/** The setting of the lines of all pages. */
export function settingOf(pages: readonly (readonly TextLine[])[]): Setting {
  const lines = pages.flat()
  const size = usualOf(lines.map((line) => [Math.round(line.size * 2) / 2, line.words.length]))
  const body = lines.filter((line) => Math.abs(line.size - size) < 1)
  const pitches = pages.flatMap((page) => page.slice(1).map((line, i) => line.baseline - (page[i]?.baseline ?? 0)))
  return {
    left: edgeOf(
      body.map((line) => line.left),
      Math.min,
    ),
    right: edgeOf(
      body.map((line) => line.right),
      Math.max,
    ),
    size,
    pitch: usualOf(pitches.filter((pitch) => pitch > 0.5 * size).map((pitch) => [Math.round(pitch), 1])) || 1.5 * size,
  }
}

/** The outermost place at which at least one line in twenty, and two, begins or ends. */
function edgeOf(places: readonly number[], outermost: (...values: number[]) => number): number {
  const counts = new Map<number, number>()
  for (const place of places)
    for (const near of [Math.floor(place / 4), Math.floor(place / 4) + 1]) counts.set(near, (counts.get(near) ?? 0) + 1)
  const enough = Math.max(2, places.length / 20)
  const frequent = Array.from(counts)
    .filter(([, count]) => count >= enough)
    .map(([near]) => near)
  if (frequent.length === 0) return places.reduce((one, other) => outermost(one, other), places[0] ?? 0)
  const edge = frequent.reduce((one, other) => outermost(one, other)) * 4
  return places.filter((place) => Math.abs(place - edge) <= 6).reduce((one, other) => outermost(one, other), edge)
}

/**
 * Joins lines to paragraphs. A line begins a paragraph if it is indented, follows a line that ends early or a larger
 * gap, is centred, or is set in another size. Paragraphs run on over the end of a page.
 */
export function paragraphsOf(pages: readonly (readonly TextLine[])[], setting: Setting): ParagraphBlock[] {
  const lines = pages.flatMap((page) => page.map((line, i): PlacedLine => ({ ...line, isPageTop: i === 0 })))
  const isTitle = titleTest(pages[0] ?? [], setting)
  const paragraphs: TextLine[][] = []
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1]
    const goesOn = before && isTitle(before) && isTitle(line) && fills(before, setting) && before.size === line.size
    if (!before || (!goesOn && beginsParagraph(before, line, setting))) paragraphs.push([line])
    else paragraphs.at(-1)?.push(line)
  }
  return paragraphs.map((group) => {
    const style = group.every(isTitle) ? 'title' : 'body'
    const bold = group.every((line) => line.bold)
    return { words: joined(group.map(({ words }) => words)), style, ...(bold ? { bold } : {}) }
  })
}

function beginsParagraph(before: PlacedLine, line: PlacedLine, setting: Setting): boolean {
  const { left, right, size, pitch } = setting
  if (Math.abs(before.size - line.size) > 0.12 * size) return true
  if (setting.isCell && fills(before, setting) && isBalanced(line, setting, 0.5)) return false
  if (isCentred(before, setting) || isCentred(line, setting)) return true
  if (!line.isPageTop && line.baseline - before.baseline > 1.5 * pitch) return true
  if (line.left - left > 1.2 * size) return true
  return right - before.right > 2.5 * size
}

/** A title too long for a line goes on, centred, on the next. */
function fills(line: TextLine, { left, right }: Setting): boolean {
  return line.left - left < line.size && right - line.right < 1.5 * line.size
}

/** Between equal margins; an indented line may by chance end as early as it begins late. */
function isCentred(line: TextLine, setting: Setting): boolean {
  return line.left - setting.left > 2.6 * setting.size && isBalanced(line, setting, 1.5)
}

/** Between margins that differ by less than `slack`, in font sizes. */
function isBalanced(line: TextLine, { left, right, size }: Setting, slack: number): boolean {
  return Math.abs(line.left - left - (right - line.right)) < slack * size
}

const MOST_TITLE_LINES = 6

/** The centred or larger lines at the top of the first page, before the first that is neither. */
function titleTest(lines: readonly TextLine[], setting: Setting): (line: TextLine) => boolean {
  const isLarge = (line: TextLine): boolean => line.size > 1.15 * setting.size
  const end = lines.findIndex((line) => !isLarge(line) && !isCentred(line, setting))
  const titles = new Set(
    lines.slice(0, Math.min(end < 0 ? 0 : end, MOST_TITLE_LINES)).map(({ words, baseline }) => `${baseline} ${words}`),
  )
  return (line) => titles.has(`${line.baseline} ${line.words}`)
}

/** Lines in one: Chinese without anything between, Latin words with a space, words broken with a hyphen whole again. */
export function joined(lines: readonly string[]): string {
  return lines.reduce((whole, line) => {
    if (/[a-z]-$/.test(whole) && /^[a-z]/.test(line)) return whole.slice(0, -1) + line
    return /[\w.,;:)%]$/.test(whole) && /^[\w(]/.test(line) ? `${whole} ${line}` : whole + line
  })
}

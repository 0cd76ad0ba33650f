import { inFont } from './song-font.ts'

/** What may not begin a line, and what may not end one (避头尾). */
const NOT_FIRST = /[。，、；：！？）》”’】〕〉」』…—,.;:!?)\]}%％]/u
const NOT_LAST = /[（《“‘【〔〈「『([{]/u
/** A longer run of what may not begin or end a line is broken all the same. */
const MOST_PUSHED = 4

/** The width of words, in ems: a half for ASCII, a whole for every other character. */
export function widthOf(words: string): number {
  let width = 0
  for (const character of words) width += character <= '~' ? 0.5 : 1
  return width
}

/**
 * The lines of words no wider than so many ems, at least one. Latin words and numbers stay whole where they fit; no line
 * begins with a closing mark or ends with an opening one, which take the character next to them along.
 */
export function linesOf(words: string, most: number): string[] {
  return inFont(words)
    .split('\n')
    .flatMap((paragraph) => linesOfParagraph(paragraph, most))
}

function linesOfParagraph(paragraph: string, most: number): string[] {
  const lines: string[] = []
  let start = 0
  while (start < paragraph.length) {
    const end = endOfLine(paragraph, start, most)
    lines.push(paragraph.slice(start, end).trimEnd())
    start = end
    while (paragraph[start] === ' ') start += 1
  }
  return lines.length === 0 ? [''] : lines
}

/** Where the line that begins at `start` ends. Characters are single UTF-16 units here. */
function endOfLine(words: string, start: number, most: number): number {
  let full = start
  for (let width = 0; full < words.length; full += 1) {
    width += widthOf(words[full] ?? '')
    if (width > most) break
  }
  if (full >= words.length) return words.length
  full = Math.max(full, start + 1)
  const word = wordStart(words, full)
  const whole = word > start ? word : full
  for (let end = whole; end > start && end > whole - MOST_PUSHED; end -= 1) {
    if (mayBreak(words, end)) return end
  }
  return full
}

/** Where the Latin word or number that a break at `at` would part begins; `at` itself if it parts none. */
function wordStart(words: string, at: number): number {
  if (!isLatin(words[at])) return at
  let begin = at
  while (isLatin(words[begin - 1])) begin -= 1
  return begin
}

function mayBreak(words: string, at: number): boolean {
  return !NOT_FIRST.test(words[at] ?? '') && !NOT_LAST.test(words[at - 1] ?? '')
}

function isLatin(character = ''): boolean {
  return character > ' ' && character <= '~'
}

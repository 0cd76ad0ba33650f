import type { Span } from '../span.ts'
import { emphasisSigns } from './emphasis.ts'
import { characterOf, ENTITY } from './entities.ts'

/** A stretch of Markdown as a reader sees it. */
export interface Stripped {
  readonly plain: string
  /** For each character of `plain` its position in the text, in ascending order. */
  readonly offsets: Uint32Array
}

/**
 * Takes the markup out of a stretch of Markdown: heading signs, list bullets, bold and italic signs that have a
 * partner in their line, escapes, links, HTML tags, `<br>` (a line break), entities. What only looks like markup is
 * left for a rule to find: `**` without a partner (`**工作`), blanks (`____`), `<单位>`. The lines round the span
 * decide what is markup, so a span may begin or end in the middle of bold words.
 */
export function stripMarkup(text: string, span: Span): Stripped {
  const first = strippedPart(text, span.start, span.end)
  if (first.end >= span.end) return first
  const parts = [first]
  for (let at = first.end; at < span.end; at = parts.at(-1)?.end ?? span.end)
    parts.push(strippedPart(text, at, span.end))
  const offsets = new Uint32Array(parts.reduce((sum, part) => sum + part.offsets.length, 0))
  let length = 0
  for (const part of parts) {
    offsets.set(part.offsets, length)
    length += part.offsets.length
  }
  return { plain: parts.map(({ plain }) => plain).join(''), offsets }
}

/** What a line has of a span from `at` on, and where the line ends. */
function strippedPart(text: string, at: number, until: number): Stripped & { readonly end: number } {
  const { plain, offsets, end } = strippedLineAt(text, at)
  const from = firstAtOrAfter(offsets, at)
  const to = firstAtOrAfter(offsets, until)
  return { plain: plain.slice(from, to), offsets: offsets.subarray(from, to), end }
}

interface StrippedLine extends Span {
  readonly plain: string
  readonly offsets: Uint32Array
}

interface StrippedText {
  readonly text: string
  /** By where they begin. */
  readonly lines: Map<number, StrippedLine>
  last: StrippedLine
}

const NOTHING: StrippedLine = { start: 0, end: 0, plain: '', offsets: new Uint32Array() }

/**
 * Callers ask for one piece of a line after the other, and outline, examination and rules each for all lines of the same
 * text: none is stripped again, however long.
 */
let latest: StrippedText = { text: '', lines: new Map(), last: NOTHING }

/** The line that holds position `at`, with the break that ends it. */
function strippedLineAt(text: string, at: number): StrippedLine {
  if (latest.text !== text) latest = { text, lines: new Map(), last: NOTHING }
  const { lines, last } = latest
  if (last.start <= at && at < last.end) return last
  const start = text.lastIndexOf('\n', at - 1) + 1
  latest.last = lines.get(start) ?? strippedFrom(text, start)
  lines.set(start, latest.last)
  return latest.last
}

function strippedFrom(text: string, start: number): StrippedLine {
  const feed = text.indexOf('\n', start)
  const end = feed < 0 ? text.length : feed + 1
  return { start, end, ...strippedWords(text.slice(start, end), start) }
}

const BEFORE_THE_WORDS =
  /^[ \t\u3000]{0,8}(?:>[ \t\u3000]{0,4}){0,4}(?:#{1,6}(?:[ \t]+|(?=[^#\s])|(?=\s*$))|[-*+](?:[ \t]+(?=\S)))?/
const AFTER_THE_WORDS = /(?:[ \t]#{1,6}|\\)[ \t]*(?=\r?\n?$)/

const TAGS =
  'a|b|i|u|s|p|em|strong|span|font|sup|sub|del|ins|mark|small|big|div|center|code|table|thead|tbody|tr|td|th|caption|colgroup|col|ul|ol|li|h[1-6]|img|hr'
const TOKEN = new RegExp(
  String.raw`\\([!-/:-@[-\x60{-~])|<br\s{0,2}\/?>|<\/p>|<\/?(?:${TAGS})(?:\s[^<>\n]{0,200})?\/?>|<!--[^<>\n]{0,200}-->|${ENTITY}`,
  'iy',
)

/** The signs markup is made of, other than those before the words. */
const SIGNS = /[*_[\\<&#]/

/** One line without its markup; offsets count from `start`. */
function strippedWords(words: string, start: number): Stripped {
  const begin = BEFORE_THE_WORDS.exec(words)?.[0].length ?? 0
  // Most lines are plain: they are not taken apart character by character.
  if (!SIGNS.test(words)) {
    const plain = words.slice(begin)
    return { plain, offsets: new Uint32Array(plain.length).map((_, i) => start + begin + i) }
  }
  const dropped = emphasisSigns(words)
  for (const [at, length] of linkSigns(words)) dropped.set(at, length)
  const plain: string[] = []
  const offsets: number[] = []
  const keep = (char: string, at: number): void => {
    plain.push(char)
    offsets.push(start + at)
  }
  const after = AFTER_THE_WORDS.exec(words)
  if (after) dropped.set(after.index, after[0].length)
  for (let i = begin; i < words.length;) {
    const skipped = dropped.get(i)
    TOKEN.lastIndex = i
    const token = skipped === undefined && '\\<&'.includes(words.charAt(i)) ? TOKEN.exec(words) : null
    const shown = token ? (token[1] ?? shownFor(token[0])) : skipped === undefined ? words.charAt(i) : ''
    if (shown !== '') keep(shown, token?.[1] === undefined ? i : i + 1)
    i += skipped ?? token?.[0].length ?? 1
  }
  return { plain: plain.join(''), offsets: Uint32Array.from(offsets) }
}

/** What a reader sees for a tag or an entity: at most one character. */
function shownFor(token: string): string {
  if (token.startsWith('&')) return characterOf(token)
  return /^<(?:br|\/p)/i.test(token) ? '\n' : ''
}

/** `[words](address)`, `![words](address)` and Pandoc's `[words]{.underline}`: the signs round the words. */
function linkSigns(words: string): [at: number, length: number][] {
  const link = /(!?\[)([^[\]\n]{0,300})(\]\([^()\s]{0,60}[/#.:][^()\s]{0,300}\)|\]\{[.#][^{}\n]{0,80}\})/g
  return Array.from(words.matchAll(link)).flatMap(({ index, 1: opening = '', 2: inner = '', 3: closing = '' }) => [
    [index, opening.length],
    [index + opening.length + inner.length, closing.length],
  ])
}

/** The index of the first position not before `wanted`. */
function firstAtOrAfter(positions: Uint32Array, wanted: number): number {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

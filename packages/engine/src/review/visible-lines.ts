import { type Joined, joinedDocument } from '../reading/joined-document.ts'
import { stripMarkup } from '../reading/markup.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import type { Observation, ReviewContext } from './rule.ts'

/** A paragraph as the reader sees it, its digits plain, with the way back to the text. */
export interface VisibleLine {
  readonly plain: string
  readonly isCell: boolean
  spanOf(from: number, to: number): Span
}

const known = new WeakMap<SourceDocument, readonly VisibleLine[]>()

/** All paragraphs of a document without markup; the automatic numbers of Word are left in. Worked out once a document. */
export function visibleLines(document: SourceDocument): readonly VisibleLine[] {
  const before = known.get(document)
  if (before) return before
  const joined = joinedDocument(document)
  const lines = joined
    ? joinedLines(joined)
    : document.paragraphs.map((paragraph): VisibleLine => {
        const isCell = paragraph.style === 'cell'
        if (document.format !== 'md') {
          const spanOf = (from: number, to: number): Span => ({
            start: paragraph.start + from,
            end: paragraph.start + to,
          })
          return { plain: withPlainDigits(document.text.slice(paragraph.start, paragraph.end)), isCell, spanOf }
        }
        const { plain, offsets } = stripMarkup(document.text, paragraph)
        const at = (i: number): number => offsets[i] ?? paragraph.end
        return {
          plain: withPlainDigits(plain),
          isCell,
          spanOf: (from, to) => ({ start: at(from), end: to > from ? at(to - 1) + 1 : at(from) }),
        }
      })
  known.set(document, lines)
  return lines
}

const WIDE_DIGITS = /[０-９]/g
const WIDE_ZERO = 0xff10

/** With the digits of a Chinese input method (２０２５) as those everybody counts with; as long as before. */
export function withPlainDigits(words: string): string {
  return words.replace(WIDE_DIGITS, (digit) => String(digit.charCodeAt(0) - WIDE_ZERO))
}

function joinedLines({ document, offsets }: Joined): VisibleLine[] {
  const at = (i: number): number => offsets[i] ?? 0
  return document.paragraphs.map(({ start, end }) => ({
    plain: withPlainDigits(document.text.slice(start, end)),
    isCell: false,
    spanOf: (from, to) => ({ start: at(start + from), end: to > from ? at(start + to - 1) + 1 : at(start + from) }),
  }))
}

interface VisibleText {
  readonly text: string
  /** Where each visible line begins in `text`. */
  readonly starts: readonly number[]
}

const joined = new WeakMap<SourceDocument, VisibleText>()

/** The visible lines joined with "\n": one search over a document is far cheaper than one a line. */
function visibleText(document: SourceDocument): VisibleText {
  const before = joined.get(document)
  if (before) return before
  const lines = visibleLines(document)
  let start = 0
  const starts = lines.map(({ plain }) => {
    const own = start
    start += plain.length + 1
    return own
  })
  const text = { text: lines.map(({ plain }) => plain).join('\n'), starts }
  joined.set(document, text)
  return text
}

/**
 * Reports every match of a global pattern in the visible text, line by line (`$` is the end of a line; a match over
 * two lines is none). The message may name the words found.
 */
export function reportMatches(
  context: ReviewContext,
  pattern: RegExp,
  observe: (match: RegExpExecArray) => Omit<Observation, 'place'> | null,
): Generator<Observation> {
  const byLine = patternByLine(pattern)
  const matchesIn = (text: string): FoundMatch[] =>
    Array.from(text.matchAll(byLine), (match) => ({ start: match.index, end: match.index + match[0].length, match }))
  return reportFound(context, matchesIn, ({ match }) => observe(match))
}

const patternsByLine = new WeakMap<RegExp, RegExp>()

/** The pattern with flags that make `^` and `$` the ends of a line. Made once: some patterns are thousands of characters. */
function patternByLine(pattern: RegExp): RegExp {
  const made = patternsByLine.get(pattern) ?? new RegExp(pattern.source, 'gm')
  patternsByLine.set(pattern, made)
  return made
}

interface FoundMatch extends Span {
  readonly match: RegExpExecArray
}

/** Reports what a reader finds in the visible text, in the order of the text; what reaches over two lines is left out. */
export function* reportFound<Found extends Span>(
  context: ReviewContext,
  find: (text: string) => readonly Found[],
  observe: (found: Found) => Omit<Observation, 'place'> | null,
): Generator<Observation> {
  const { text, starts } = visibleText(context.document)
  const lines = visibleLines(context.document)
  let number = 0
  for (const found of find(text)) {
    while ((starts[number + 1] ?? Infinity) <= found.start) number += 1
    const line = lines[number]
    const from = found.start - (starts[number] ?? 0)
    const to = found.end - (starts[number] ?? 0)
    if (!line || to > line.plain.length) continue
    const observation = observe(found)
    if (observation) yield { place: line.spanOf(from, to), ...observation }
  }
}

import { stripMarkup } from '../reading/markup.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import type { Observation, ReviewContext } from './rule.ts'

/** A paragraph as the reader sees it, with the way back to the text. */
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
  const lines = document.paragraphs.map((paragraph): VisibleLine => {
    const isCell = paragraph.style === 'cell'
    if (document.format !== 'md') {
      const spanOf = (from: number, to: number): Span => ({ start: paragraph.start + from, end: paragraph.start + to })
      return { plain: document.text.slice(paragraph.start, paragraph.end), isCell, spanOf }
    }
    const { plain, offsets } = stripMarkup(document.text, paragraph)
    const at = (i: number): number => offsets[i] ?? paragraph.end
    return { plain, isCell, spanOf: (from, to) => ({ start: at(from), end: to > from ? at(to - 1) + 1 : at(from) }) }
  })
  known.set(document, lines)
  return lines
}

/** Reports every match of a global pattern in the visible text. The message may name the words found. */
export function* reportMatches(
  context: ReviewContext,
  pattern: RegExp,
  observe: (match: RegExpExecArray) => Omit<Observation, 'span'> | null,
): Generator<Observation> {
  for (const line of visibleLines(context.document)) {
    for (const match of line.plain.matchAll(pattern)) {
      const observation = observe(match)
      if (observation) yield { span: line.spanOf(match.index, match.index + match[0].length), ...observation }
    }
  }
}

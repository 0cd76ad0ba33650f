import type { SourceDocument } from '../reading/source-document.ts'
import { stripMarkup } from '../reading/markup.ts'
import { oneLine } from '../wording/shorten.ts'
import type { Span } from '../span.ts'

/** The words of a span as a reader sees them: without the markup of a Markdown file. */
export function wordsOf(document: SourceDocument, span: Span): string {
  return document.format === 'md' ? stripMarkup(document.text, span).plain : document.text.slice(span.start, span.end)
}

const LEAD_LENGTH = 60

/** How an item begins: its heading, at most 60 characters, on one line. */
export function leadOf(document: SourceDocument, heading: Span): string {
  return oneLine(wordsOf(document, heading)).slice(0, LEAD_LENGTH)
}

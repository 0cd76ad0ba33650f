import type { Part } from '../outline/part.ts'
import type { Span } from '../span.ts'
import type { FoundItem } from './found-item.ts'
import { trimmed } from './sentences.ts'

/** An item that no number sets apart: its first clause is its heading. */
export function unmarkedItem(text: string, span: Span, parent: Part | null = null): FoundItem {
  return { mark: '', span, heading: firstClause(text, span), parent }
}

function firstClause(text: string, span: Span): Span {
  const stop = /[，。；：！？]/.exec(text.slice(span.start + 4, span.end))
  return trimmed(text, { start: span.start, end: stop ? span.start + 4 + stop.index : span.end })
}

import type { Span } from '../span.ts'

/** Temporary identity; replaced by the reading of Markdown. */
export function stripMarkup(text: string, span: Span): { plain: string; offsets: Uint32Array } {
  const kept: number[] = []
  for (let i = span.start; i < span.end; i++) if (!(text.startsWith('**', i) || text.startsWith('**', i - 1) || /^#+ ?/.test(text.slice(span.start, i + 1)) && i - span.start < 3 && '# '.includes(text[i]))) kept.push(i)
  return { plain: kept.map((i) => text[i]).join(''), offsets: Uint32Array.from(kept) }
}

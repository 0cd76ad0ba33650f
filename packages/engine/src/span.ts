/** A stretch of a document's text: UTF-16 indices, half-open `[start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The words a span covers. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** True if the two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** True if `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** A stretch of a document's text: UTF-16 indices, half-open `[start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** True if `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

import type { Span } from '../../span.ts'

/** A text that had marks in it: ⟦ ⟧ around where a finding must be, ⟨ ⟩ around what belongs to it. */
export interface MarkedText {
  /** Without the marks. */
  readonly text: string
  readonly places: readonly Span[]
  readonly related: readonly Span[]
}

/** Takes the marks out of a text. */
export function unmarked(marked: string): MarkedText {
  const places: Span[] = []
  const related: Span[] = []
  const open = { place: 0, related: 0 }
  let text = ''
  for (const sign of marked) {
    if (sign === '⟦') open.place = text.length
    else if (sign === '⟧') places.push({ start: open.place, end: text.length })
    else if (sign === '⟨') open.related = text.length
    else if (sign === '⟩') related.push({ start: open.related, end: text.length })
    else text += sign
  }
  return { text, places, related }
}

import type { XmlElement } from './xml.ts'

/** A change to a text: `[start, end)` is replaced by `words`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly words: string
}

/** The text with all changes made; they must not overlap. Changes at the same place are made in the order given. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, words } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(at, start), words)
    at = end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

/** The change that adds words at the end of an element's contents, also to an element without any (`<w:p/>`). */
export function endOfContents(source: string, element: XmlElement, words: string): Edit {
  if (element.contentEnd < element.end) return { start: element.contentEnd, end: element.contentEnd, words }
  const name = /^<([^\s/>]+)/.exec(source.slice(element.start, element.end))?.[1] ?? element.name
  return { start: element.end - 2, end: element.end, words: `>${words}</${name}>` }
}

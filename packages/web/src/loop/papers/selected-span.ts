import { type RefObject, useEffect, useState } from 'react'

/** From where to where in a text, in UTF-16 units, half-open. */
export interface Span {
  readonly begins: number
  readonly ends: number
}

/** Without the white space at its ends; null if there is nothing else. */
export function trimmedSpan(text: string, { begins, ends }: Span): Span | null {
  const words = text.slice(begins, ends)
  const from = begins + (words.length - words.trimStart().length)
  const to = from + words.trim().length
  return from < to ? { begins: from, ends: to } : null
}

/** What of a text is marked with mouse, finger or keyboard; it stays until something else of it is. */
export function useSelectedSpan(within: RefObject<HTMLElement | null>, text: string): Span | null {
  const [span, setSpan] = useState<Span | null>(null)
  useEffect(() => {
    const read = (): void => {
      const selection = document.getSelection()
      const shown = within.current
      if (!selection || !shown || selection.isCollapsed || selection.rangeCount === 0) return
      const range = selection.getRangeAt(0)
      if (!shown.contains(range.startContainer) || !shown.contains(range.endContainer)) return
      const before = document.createRange()
      before.setStart(shown, 0)
      before.setEnd(range.startContainer, range.startOffset)
      const begins = before.toString().length
      setSpan(trimmedSpan(text, { begins, ends: begins + range.toString().length }))
    }
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [within, text])
  return span
}

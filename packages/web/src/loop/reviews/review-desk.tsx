import '@duizhao/view/document.css'
import { type Desk, element, openDesk, type PageSpan, selectedText, severityFilter } from '@duizhao/view'
import type { PaperRule } from '@duizhao/contract'
import { useEffect, useRef } from 'react'
import type { MarkedDocument, MarkedNote } from './marked-document.ts'
import './reviews.css'

/** What can be done with a note, as its card offers it. */
export interface NoteTool {
  readonly name: string
  readonly run: () => void
}

interface ReviewDeskProps {
  readonly marked: MarkedDocument
  readonly rules: Readonly<Record<string, PaperRule>>
  /** Which note is open when it is drawn anew. */
  readonly opened: string | null
  readonly toolsOf: (note: MarkedNote) => readonly NoteTool[]
  readonly onDesk: (desk: Desk) => void
  readonly onSelect: (span: PageSpan | null) => void
}

/** The document with its margin, as the result page and the one-file page draw it. */
export function ReviewDesk({ marked: { page, notes }, rules, opened, toolsOf, onDesk, onSelect }: ReviewDeskProps) {
  const place = useRef<HTMLDivElement>(null)
  const given = useRef({ toolsOf, onDesk, onSelect, opened })
  useEffect(() => {
    given.current = { toolsOf, onDesk, onSelect, opened }
  })
  useEffect(() => {
    const toolsOf = (at: number): readonly HTMLElement[] => {
      const note = notes[at]
      return (note === undefined ? [] : given.current.toolsOf(note)).map(({ name, run }) =>
        element('button', { type: 'button', onclick: run }, name),
      )
    }
    const desk = openDesk(page, { rules, prefix: 'review', toolsOf })
    const filter = severityFilter(page.findings, desk.article, desk.refresh)
    place.current?.replaceChildren(filter, desk.root)
    desk.arrive('')
    given.current.onDesk(desk)
    const at = notes.findIndex(({ key }) => key === given.current.opened)
    if (at >= 0) desk.open(at)
    const select = (): void => {
      const selection = document.getSelection()
      if (selection?.isCollapsed === false && desk.article.contains(selection.anchorNode))
        given.current.onSelect(trimmed(page.text, selectedText(desk.article)))
    }
    document.addEventListener('selectionchange', select)
    return () => {
      document.removeEventListener('selectionchange', select)
      desk.leave()
    }
  }, [page, notes, rules])
  return <div ref={place} className="review-desk" />
}

/** Without the white space at its ends; null if there is nothing else. */
function trimmed(text: string, span: PageSpan | null): PageSpan | null {
  if (span === null) return null
  const words = text.slice(span.start, span.end)
  const start = span.start + (words.length - words.trimStart().length)
  const end = start + words.trim().length
  return start < end ? { start, end } : null
}

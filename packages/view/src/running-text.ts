import { append, element } from './element.ts'
import type { PageSpan } from './page-data.ts'

/** A stretch of text that is to look different; `key` tells marks of one list apart. */
export interface TextMark extends PageSpan {
  readonly className: string
  readonly key: string
}

/** A place in the text that can be jumped to, with the short label shown beside it. */
export interface TextAnchor {
  readonly offset: number
  readonly id: string
  readonly label: string
  readonly kind: string
}

export interface Decoration {
  readonly marks: readonly TextMark[]
  readonly anchors: readonly TextAnchor[]
}

/**
 * The characters of `span` with marks and anchors. Where marks overlap, each piece carries all their classes and keys;
 * a mark without characters becomes a caret.
 */
export function renderText(text: string, span: PageSpan, { marks, anchors }: Decoration): DocumentFragment {
  const fragment = document.createDocumentFragment()
  const near = marks.filter((mark) => mark.start <= span.end && mark.end >= span.start)
  const here = anchors.filter(({ offset }) => offset >= span.start && offset < span.end)
  const cuts = new Set([
    span.start,
    span.end,
    ...near.flatMap(({ start, end }) => [start, end]),
    ...here.map(({ offset }) => offset),
  ])
  const places = [...cuts].filter((cut) => cut >= span.start && cut <= span.end).toSorted((a, b) => a - b)
  for (const [index, start] of places.entries()) {
    append(fragment, [
      ...here.filter(({ offset }) => offset === start).map(renderAnchor),
      ...near.filter((mark) => mark.start === start && mark.end === start).map(renderCaret),
    ])
    const end = places[index + 1]
    if (end === undefined) break
    const covering = near.filter((mark) => mark.start <= start && end <= mark.end)
    append(fragment, [covering.length === 0 ? text.slice(start, end) : renderMark(text.slice(start, end), covering)])
  }
  return fragment
}

function renderAnchor({ id, label, kind }: TextAnchor): HTMLElement {
  return element('span', { id, class: `anchor ${kind}`, 'data-label': label, tabindex: '-1' })
}

function renderCaret({ className, key }: TextMark): HTMLElement {
  return element('span', { class: `mark caret ${className}`, 'data-keys': ` ${key} ` }, '‸')
}

function renderMark(words: string, covering: readonly TextMark[]): HTMLElement {
  const classes = covering.map(({ className }) => className).join(' ')
  return element(
    'span',
    { class: `mark ${classes}`, 'data-keys': ` ${covering.map(({ key }) => key).join(' ')} ` },
    words,
  )
}

/** All pieces of the mark with this key below `root`. */
export function piecesOf(root: ParentNode, key: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[data-keys*=" ${key} "]`)]
}

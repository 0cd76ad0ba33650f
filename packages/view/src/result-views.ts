import { openDocument } from './document-view.ts'
import type { View } from './document-view.ts'
import { openOverview } from './overview-view.ts'
import type { PageOverview } from './page-data.ts'
import { openPair } from './pair-view.ts'
import { openPairs } from './pairs-view.ts'
import { openUnreadable } from './unreadable-view.ts'

/** The views of one result, of which one is shown at a time. */
export interface ResultViews {
  /** Shows what an address names: `d3-f5` is the sixth finding of the fourth document. Anything else is the overview. */
  readonly go: (address: string) => void
  /** To the next or the last finding, passage or row. */
  readonly step: (by: 1 | -1) => void
  /** The address of the next or the last document, null at the end. */
  readonly neighbour: (by: 1 | -1) => string | null
  /** The name of the view that is shown, such as `overview` or `d3`. */
  readonly shown: () => string
  /** Ends what the shown view observes; another thing is shown in its place. */
  readonly leave: () => void
}

/** True if an address names a view of a result. */
export function isResultAddress(address: string): boolean {
  return /^(?:d\d+|s\d+|overview|similarity|unreadable)(?=-|$)/.test(address)
}

/** Shows views of a result in `place`; calls `onShow` with each one's name and title. */
export function resultViews(
  overview: PageOverview,
  place: HTMLElement,
  onShow: (name: string, title: string) => void,
): ResultViews {
  let shown: { readonly name: string; readonly view: View } | null = null
  const show = (name: string): void => {
    const view = openView(overview, name) ?? openOverview(overview)
    const first = shown === null
    shown?.view.leave()
    shown = { name, view }
    place.replaceChildren(view.root)
    onShow(name, view.title)
    scrollTo(0, 0)
    if (!first) place.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }
  return {
    go: (address) => {
      const name = /^(?:d\d+|s\d+|similarity|unreadable)(?=-|$)/.exec(address)?.[0] ?? 'overview'
      if (shown?.name !== name) show(name)
      shown?.view.arrive(address === name ? '' : address)
    },
    step: (by) => shown?.view.step(by),
    neighbour: (by) => {
      const current = /^d(\d+)$/.exec(shown?.name ?? '')?.[1]
      const next = current === undefined ? 0 : Number(current) + by
      return overview.documents.some(({ index }) => index === next) ? `d${next}` : null
    },
    shown: () => shown?.name ?? '',
    leave: () => {
      shown?.view.leave()
      shown = null
    },
  }
}

function openView(overview: PageOverview, name: string): View | null {
  const index = Number(name.slice(1))
  if (/^d\d/.test(name))
    return overview.documents.some((document) => document.index === index) ? openDocument(overview, index) : null
  if (/^s\d/.test(name)) return openPair(overview, index)
  if (name === 'similarity') return openPairs(overview)
  return name === 'unreadable' ? openUnreadable(overview) : null
}

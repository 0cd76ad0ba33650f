import { element } from './element.ts'
import type { PageOverview } from './page-data.ts'

/** Links to a result's views, the way every page that shows one offers them. */
export function resultLinks({ pairs, unreadable }: PageOverview): HTMLElement[] {
  return [
    element('a', { href: '#overview' }, '总览'),
    element('a', { href: '#similarity' }, `雷同比对 ${pairs.length}`),
    ...(unreadable.length === 0 ? [] : [element('a', { href: '#unreadable' }, `未能读取 ${unreadable.length}`)]),
  ]
}

/** Marks the link under which a view stands: a document under the overview, a pair under the similarities. */
export function markShown(links: Iterable<Element>, name: string): void {
  const under = `#${name.replace(/^d\d+$/, 'overview').replace(/^s\d+$/, 'similarity')}`
  for (const link of links) {
    if (link.getAttribute('href') === under) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}

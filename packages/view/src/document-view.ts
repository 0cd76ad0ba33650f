import { openDesk } from './desk.ts'
import { element } from './element.ts'
import { readPageDocument } from './page-source.ts'
import type { PageOverview } from './page-data.ts'
import { severityFilter } from './severity-filter.ts'

/** A view the page can show: its element, what to do when it is on the page, and what the keys j and k do in it. */
export interface View {
  readonly root: HTMLElement
  readonly title: string
  readonly arrive: (place: string) => void
  readonly step: (by: 1 | -1) => void
  readonly leave: () => void
}

/** One document: the structure on the left, the text in the middle, the findings in the margin. */
export function openDocument(overview: PageOverview, index: number): View {
  const page = readPageDocument(index)
  const desk = openDesk(page, { rules: overview.rules, prefix: `d${index}` })
  const root = element('div', { class: 'document-view' })
  const head = element(
    'header',
    { class: 'view-head' },
    neighbours(overview, index),
    element('h1', { tabindex: '-1' }, page.title),
    element('p', { class: 'facts' }, page.facts.join(' · ')),
    ...page.notes.map((note) => element('p', { class: 'remark' }, note)),
    severityFilter(page.findings, desk.article, desk.refresh),
  )
  root.append(head, desk.root)
  return { root, title: page.title, step: desk.step, leave: desk.leave, arrive: desk.arrive }
}

/** Jumps to the documents before and after. */
function neighbours({ documents }: PageOverview, index: number): HTMLElement {
  const link = (to: number, words: string, key: string): HTMLElement => {
    const other = documents.find((document) => document.index === to)
    return other === undefined
      ? element('span', {})
      : element('a', { href: `#d${to}`, title: `${other.title}（${key} 键）` }, words)
  }
  return element(
    'nav',
    { class: 'neighbours', 'aria-label': '前后材料' },
    element('a', { href: '#overview' }, '总览'),
    element('span', { class: 'position' }, `${index + 1} / ${documents.length}`),
    link(index - 1, '‹ 上一份', '['),
    link(index + 1, '下一份 ›', ']'),
  )
}

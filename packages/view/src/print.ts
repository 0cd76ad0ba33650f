import { renderDocumentText } from './document-text.ts'
import { byId, element } from './element.ts'
import { readPageDocument } from './page-source.ts'
import { openOverview } from './overview-view.ts'
import type { PageOverview } from './page-data.ts'
import { openPairs, renderPassageList } from './pairs-view.ts'
import { openUnreadable } from './unreadable-view.ts'

/**
 * Before printing lays out the whole result `current` gives on paper, or one document if asked to; afterwards takes it
 * away again. Where there is no result, the page itself is printed.
 */
export function preparePrinting(current: () => PageOverview | null): (only: number | null) => void {
  const paper = byId('paper')
  let only: number | null = null
  addEventListener('beforeprint', () => {
    const overview = current()
    if (overview === null) return
    paper.replaceChildren(...(only === null ? everything(overview) : [documentOnPaper(overview, only)]))
    document.body.classList.add('on-paper')
  })
  addEventListener('afterprint', () => {
    paper.replaceChildren()
    document.body.classList.remove('on-paper')
    only = null
  })
  return (index) => {
    only = index
    print()
  }
}

/** Paper shows how a pair is alike, not all of it: two copied documents would be printed a third time. */
const ON_PAPER = { passages: 12, characters: 150 }
const PAIRS_ON_PAPER = 50

function everything(overview: PageOverview): HTMLElement[] {
  const pairs = overview.pairs
    .slice(0, PAIRS_ON_PAPER)
    .map((pair) =>
      element(
        'section',
        { class: 'pair-on-paper' },
        element('h2', {}, `${pair.titleA} ↔ ${pair.titleB}`),
        element('p', { class: 'facts' }, pair.sentence),
        renderPassageList(pair, ON_PAPER),
      ),
    )
  const list = openOverview(overview).root
  // On paper nothing can be sorted; and browsers leave out buttons where they repeat a table's head on the next page.
  for (const button of list.querySelectorAll('th button')) button.replaceWith(button.textContent)
  return [
    list,
    ...overview.documents.map(({ index }) => documentOnPaper(overview, index)),
    ...(overview.pairs.length === 0 ? [] : [openPairs(overview).root, ...pairs]),
    ...(overview.unreadable.length === 0 ? [] : [openUnreadable(overview).root]),
  ]
}

function documentOnPaper(overview: PageOverview, index: number): HTMLElement {
  const page = readPageDocument(index)
  return element(
    'section',
    { class: 'sheet' },
    element('h2', {}, page.title),
    element('p', { class: 'facts' }, page.facts.join(' · ')),
    renderDocumentText(page, { rules: overview.rules, prefix: `print-${index}` }),
  )
}

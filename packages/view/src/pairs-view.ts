import type { View } from './document-view.ts'
import { element } from './element.ts'
import { readPageDocument } from './page-source.ts'
import type { PageOverview, PagePair } from './page-data.ts'

/** The list of all pairs, the most alike first. */
export function openPairs({ pairs }: PageOverview): View {
  const rows = pairs.map((pair, index) =>
    element(
      'li',
      {},
      element(
        'a',
        { href: `#s${index}`, class: 'pair-link' },
        element('span', { class: 'share' }, shareOf(pair)),
        element(
          'span',
          { class: 'names' },
          element('span', {}, pair.titleA),
          element('span', { class: 'path' }, pair.pathA),
          element('span', {}, pair.titleB),
          element('span', { class: 'path' }, pair.pathB),
        ),
      ),
      element('p', { class: 'facts' }, pair.sentence),
    ),
  )
  const root = element(
    'div',
    { class: 'pairs-view' },
    element(
      'header',
      { class: 'view-head' },
      element('h1', { tabindex: '-1' }, '雷同比对'),
      element(
        'p',
        { class: 'facts' },
        pairs.length === 0 ? '没有发现雷同。' : `${pairs.length} 对材料有雷同；公共表述（必须一致的提法、名称）不算。`,
      ),
    ),
    element('ol', { class: 'pairs' }, ...rows),
  )
  return { root, title: '雷同比对', arrive: () => undefined, leave: () => undefined, step: () => undefined }
}

function shareOf({ shareOfA, shareOfB }: PagePair): string {
  return `${Math.max(1, Math.round(Math.max(shareOfA, shareOfB) * 100))}%`
}

/** How much of the shared passages to show: so many, each cut to so many characters. */
export interface PassageLimits {
  readonly passages: number
  readonly characters: number
}

/** The shared passages of a pair one after the other, as a phone and a printer show them. */
export function renderPassageList(
  pair: PagePair,
  limits: PassageLimits = { passages: Infinity, characters: Infinity },
): HTMLElement {
  const cut = (words: string): string =>
    words.length > limits.characters ? `${words.slice(0, limits.characters)}……` : words
  const [textA, textB] = [readPageDocument(pair.a).text, readPageDocument(pair.b).text]
  const rows = pair.passages.slice(0, limits.passages).map(({ a, b }, index) => {
    const [wordsA, wordsB] = [cut(textA.slice(a.start, a.end).trim()), cut(textB.slice(b.start, b.end).trim())]
    return element(
      'li',
      {},
      element('p', {}, element('span', { class: 'label' }, `第 ${index + 1} 处`), wordsA),
      wordsA === wordsB ? null : element('p', {}, element('span', { class: 'label' }, '后者写作'), wordsB),
    )
  })
  const left = pair.passages.length - rows.length
  return element(
    'ol',
    { class: 'passages' },
    ...rows,
    left > 0 ? element('li', {}, `另有 ${left} 处，见结果页。`) : null,
  )
}

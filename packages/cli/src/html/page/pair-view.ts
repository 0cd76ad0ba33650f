import type { View } from './document-view.ts'
import { element } from './element.ts'
import { readPageDocument } from './embedded-data.ts'
import type { PageOverview, PagePair, PageSpan } from './page-data.ts'
import { drawBands } from './pair-bands.ts'
import { renderPassageList } from './pairs-view.ts'
import { piecesOf, renderText } from './running-text.ts'
import type { TextMark } from './running-text.ts'

/** Two documents side by side, their shared passages joined across the gap; choosing one brings both level. */
export function openPair({ pairs }: PageOverview, index: number): View | null {
  const pair = pairs[index]
  if (pair === undefined) return null
  const left = renderPane(pair, 'a')
  const right = renderPane(pair, 'b')
  const bands = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  bands.setAttribute('class', 'bands')
  bands.setAttribute('aria-hidden', 'true')
  const position = element('span', { class: 'position', 'aria-live': 'polite' })
  let active = -1
  const draw = (): void => drawBands(bands, left, right, pair.passages.length, active)
  const choose = (passage: number): void => {
    active = Math.min(pair.passages.length - 1, Math.max(0, passage))
    position.textContent = `第 ${active + 1} / ${pair.passages.length} 处`
    for (const pane of [left, right]) {
      for (const old of pane.querySelectorAll('.chosen')) old.classList.remove('chosen')
      const pieces = piecesOf(pane, `p${active}`)
      for (const piece of pieces) piece.classList.add('chosen')
      const first = pieces[0]
      if (first) pane.scrollTop = first.offsetTop - pane.clientHeight / 4
    }
    draw()
  }
  keepInStep(left, right, pair, draw)
  for (const pane of [left, right]) {
    pane.addEventListener('click', (event) => {
      const keys =
        event.target instanceof Element ? (event.target.closest<HTMLElement>('.mark')?.dataset['keys'] ?? '') : ''
      const passage = /p(\d+)/.exec(keys)?.[1]
      if (passage !== undefined) choose(Number(passage))
    })
  }
  const button = (words: string, by: number): HTMLElement =>
    element('button', { type: 'button', onclick: () => choose(active + by) }, words)
  const root = element(
    'div',
    { class: 'pair-view' },
    element(
      'header',
      { class: 'view-head' },
      element(
        'nav',
        { class: 'neighbours', 'aria-label': '回到列表' },
        element('a', { href: '#similarity' }, '雷同比对'),
      ),
      element('h1', { tabindex: '-1' }, '两份材料的相同之处'),
      element('p', { class: 'names' }, `前者 ${pair.titleA}（${pair.pathA}）`),
      element('p', { class: 'names' }, `后者 ${pair.titleB}（${pair.pathB}）`),
      element('p', { class: 'facts' }, pair.sentence),
      element('div', { class: 'stepper' }, button('‹ 上一处', -1), position, button('下一处 ›', 1)),
    ),
    element(
      'div',
      { class: 'pair' },
      minimap(pair, 'a', choose),
      paneWithTitle(pair, 'a', left),
      bands,
      paneWithTitle(pair, 'b', right),
      minimap(pair, 'b', choose),
    ),
    renderPassageList(pair),
  )
  const observer = new ResizeObserver(draw)
  return {
    root,
    title: '雷同比对',
    step: (by) => choose(active + by),
    leave: () => observer.disconnect(),
    arrive: () => {
      observer.observe(left)
      choose(0)
    },
  }
}

type Side = 'a' | 'b'

function paneWithTitle(pair: PagePair, side: Side, pane: HTMLElement): HTMLElement {
  const [index, title, path] = side === 'a' ? [pair.a, pair.titleA, pair.pathA] : [pair.b, pair.titleB, pair.pathB]
  return element(
    'section',
    { class: 'side', 'aria-label': title },
    element('h2', {}, element('a', { href: `#d${index}` }, title), element('span', { class: 'path' }, path)),
    pane,
  )
}

function renderPane(pair: PagePair, side: Side): HTMLElement {
  const page = readPageDocument(side === 'a' ? pair.a : pair.b)
  const passages: TextMark[] = pair.passages.map((passage, index) => ({
    ...passage[side],
    className: `passage ${index % 2 === 0 ? 'even' : 'odd'}`,
    key: `p${index}`,
  }))
  const common: TextMark[] = (side === 'a' ? pair.publicA : pair.publicB).map((span) => ({
    ...span,
    className: 'public',
    key: 'public',
  }))
  const decoration = { marks: [...passages, ...common], anchors: [] }
  const paragraphs = page.paragraphs.map((paragraph) =>
    element('p', { class: paragraph.look }, renderText(page.text, afterIndent(page.text, paragraph), decoration)),
  )
  return element(
    'div',
    { class: 'pane', tabindex: '0', role: 'region', 'aria-label': side === 'a' ? pair.titleA : pair.titleB },
    ...paragraphs,
  )
}

function afterIndent(text: string, { start, end }: PageSpan): PageSpan {
  const indent = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0
  return { start: start + indent, end }
}

/** While one side is scrolled, the other follows so that the passage in the middle stays level. */
function keepInStep(left: HTMLElement, right: HTMLElement, pair: PagePair, draw: () => void): void {
  let leader: HTMLElement | null = null
  for (const [pane, other] of [
    [left, right],
    [right, left],
  ] as const) {
    for (const kind of ['wheel', 'pointerdown', 'keydown', 'touchstart'])
      pane.addEventListener(kind, () => (leader = pane), { passive: true })
    pane.addEventListener('scroll', () => {
      if (leader === pane) follow(pane, other, pair.passages.length)
      draw()
    })
  }
}

function follow(pane: HTMLElement, other: HTMLElement, count: number): void {
  const middle = pane.scrollTop + pane.clientHeight / 2
  for (let passage = 0; passage < count; passage += 1) {
    const pieces = piecesOf(pane, `p${passage}`)
    const [first, last] = [pieces[0], pieces.at(-1)]
    if (
      first === undefined ||
      last === undefined ||
      first.offsetTop > middle ||
      last.offsetTop + last.offsetHeight < middle
    )
      continue
    const counterpart = piecesOf(other, `p${passage}`)[0]
    if (counterpart) other.scrollTop = pane.scrollTop + counterpart.offsetTop - first.offsetTop
    return
  }
}

/** Where in the whole text the passages lie. */
function minimap(pair: PagePair, side: Side, choose: (passage: number) => void): HTMLElement {
  const { length } = readPageDocument(side === 'a' ? pair.a : pair.b).text
  const map = element('div', { class: 'minimap', 'aria-hidden': 'true' })
  for (const [index, passage] of pair.passages.entries()) {
    const { start, end } = passage[side]
    const tick = element('div', { onclick: () => choose(index) })
    tick.style.top = `${(100 * start) / length}%`
    tick.style.height = `${Math.max(0.4, (100 * (end - start)) / length)}%`
    map.append(tick)
  }
  return map
}

import type { View } from './document-view.ts'
import { element } from './element.ts'
import { readPageDocument } from './page-source.ts'
import type { PageOverview, PagePair, PageSpan } from './page-data.ts'
import { drawBands } from './pair-bands.ts'
import type { Panes } from './pair-bands.ts'
import { renderPassageList } from './pairs-view.ts'
import { piecesOf, renderText } from './running-text.ts'
import type { TextMark } from './running-text.ts'

/** Two documents side by side, their shared passages joined across the gap; choosing one brings both level. */
export function openPair({ pairs }: PageOverview, index: number): View | null {
  const pair = pairs[index]
  if (pair === undefined) return null
  const bands = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  bands.setAttribute('class', 'bands')
  bands.setAttribute('aria-hidden', 'true')
  const panes = { bands, left: renderPane(pair, 'a'), right: renderPane(pair, 'b') }
  const position = element('span', { class: 'position', 'aria-live': 'polite' })
  const count = pair.passages.length
  let active = -1
  const draw = (): void => drawBands(panes, count, active)
  const choose = (passage: number): void => {
    active = Math.min(count - 1, Math.max(0, passage))
    position.textContent = `第 ${active + 1} / ${count} 处`
    for (const pane of [panes.left, panes.right]) bringUp(pane, active)
    draw()
  }
  keepInStep(panes, count, draw)
  for (const pane of [panes.left, panes.right]) pane.addEventListener('click', (event) => choosePressed(event, choose))
  const step = (by: 1 | -1): void => choose(active + by)
  const sides = [
    minimap(pair, 'a', choose),
    paneWithTitle(pair, 'a', panes.left),
    bands,
    paneWithTitle(pair, 'b', panes.right),
    minimap(pair, 'b', choose),
  ]
  const root = element(
    'div',
    { class: 'pair-view' },
    renderHead(pair, position, step),
    element('div', { class: 'pair' }, ...sides),
    renderPassageList(pair),
  )
  const observer = new ResizeObserver(draw)
  const arrive = (): void => {
    observer.observe(panes.left)
    choose(0)
  }
  return { root, title: '雷同比对', step, arrive, leave: () => observer.disconnect() }
}

function renderHead(pair: PagePair, position: HTMLElement, step: (by: 1 | -1) => void): HTMLElement {
  return element(
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
    element(
      'div',
      { class: 'stepper' },
      element('button', { type: 'button', onclick: () => step(-1) }, '‹ 上一处'),
      position,
      element('button', { type: 'button', onclick: () => step(1) }, '下一处 ›'),
    ),
  )
}

/** Marks a passage as the chosen one and scrolls it into the upper part of its pane. */
function bringUp(pane: HTMLElement, passage: number): void {
  for (const old of pane.querySelectorAll('.chosen')) old.classList.remove('chosen')
  const pieces = piecesOf(pane, `p${passage}`)
  for (const piece of pieces) piece.classList.add('chosen')
  const first = pieces[0]
  if (first) pane.scrollTop = first.offsetTop - pane.clientHeight / 4
}

function choosePressed(event: Event, choose: (passage: number) => void): void {
  const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('.mark') : null
  const passage = / p(\d+) /.exec(mark?.dataset['keys'] ?? '')?.[1]
  if (passage !== undefined) choose(Number(passage))
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
function keepInStep({ left, right }: Panes, count: number, draw: () => void): void {
  let leader: HTMLElement | null = null
  for (const [pane, other] of [
    [left, right],
    [right, left],
  ] as const) {
    for (const kind of ['wheel', 'pointerdown', 'keydown', 'touchstart'])
      pane.addEventListener(kind, () => (leader = pane), { passive: true })
    pane.addEventListener('scroll', () => {
      if (leader === pane) follow(pane, other, count)
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

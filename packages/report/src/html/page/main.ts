import { openDocument } from './document-view.ts'
import type { View } from './document-view.ts'
import { byId, element } from './element.ts'
import { readOverview } from './embedded-data.ts'
import { openOverview } from './overview-view.ts'
import { openPair } from './pair-view.ts'
import { openPairs } from './pairs-view.ts'
import { preparePrinting } from './print.ts'
import { openUnreadable } from './unreadable-view.ts'

/** The page: what the address names is shown; the address is all the state there is, so the way back is the browser's. */
const overview = readOverview()
const main = byId('main')
const printPage = preparePrinting(overview)
let shown: { readonly name: string; readonly view: View } | null = null

/** The view and the place in it that an address names: `d3-f5` is the sixth finding of the fourth document. */
function route(): void {
  const address = decodeURIComponent(location.hash.slice(1))
  const name = /^(?:d\d+|s\d+|similarity|unreadable)(?=-|$)/.exec(address)?.[0] ?? 'overview'
  if (shown?.name !== name) show(name)
  shown?.view.arrive(address === name ? '' : address)
}

function show(name: string): void {
  const view = open(name) ?? openOverview(overview)
  const first = shown === null
  shown?.view.leave()
  shown = { name, view }
  main.replaceChildren(view.root)
  byId('print-button').hidden = !/^d\d/.test(name)
  document.title = `${view.title} · 对照`
  for (const link of document.querySelectorAll('#menu a')) {
    const here = link.getAttribute('href') === `#${name.replace(/^d\d+$/, 'overview').replace(/^s\d+$/, 'similarity')}`
    if (here) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  scrollTo(0, 0)
  if (!first) main.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

function open(name: string): View | null {
  const index = Number(name.slice(1))
  if (/^d\d/.test(name))
    return overview.documents.some((document) => document.index === index) ? openDocument(overview, index) : null
  if (/^s\d/.test(name)) return openPair(overview, index)
  if (name === 'similarity') return openPairs(overview)
  return name === 'unreadable' ? openUnreadable(overview) : null
}

const help = byId('keys') as HTMLDialogElement

/** What each key does; none of them changes anything. */
const KEYS: Readonly<Record<string, () => void>> = {
  j: () => shown?.view.step(1),
  k: () => shown?.view.step(-1),
  ']': () => turn(1),
  '[': () => turn(-1),
  o: () => (location.hash = 'overview'),
  '?': () => help.showModal(),
}

function turn(by: 1 | -1): void {
  const current = /^d(\d+)$/.exec(shown?.name ?? '')?.[1]
  const next = current === undefined ? 0 : Number(current) + by
  if (overview.documents.some(({ index }) => index === next)) location.hash = `d${next}`
}

addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.closest('input, select, textarea') !== null
  if (typing || event.ctrlKey || event.metaKey || event.altKey || help.open) return
  const action = KEYS[event.key]
  if (action === undefined) return
  event.preventDefault()
  action()
})

// A jump to where one already is changes no address, and must work all the same.
addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-jump]') : null
  if (link !== null && location.hash === `#${link.dataset['jump']}`) route()
})
addEventListener('hashchange', route)

byId('menu').append(
  element('a', { href: '#overview' }, '总览'),
  element('a', { href: '#similarity' }, `雷同比对 ${overview.pairs.length}`),
  ...(overview.unreadable.length === 0
    ? []
    : [element('a', { href: '#unreadable' }, `未能读取 ${overview.unreadable.length}`)]),
)
byId('help-button').addEventListener('click', () => help.showModal())
byId('print-button').addEventListener('click', () => printPage(Number(shown?.name.slice(1))))
byId('print-all-button').addEventListener('click', () => printPage(null))
route()

import { renderDocumentText } from './document-text.ts'
import { element } from './element.ts'
import { readPageDocument } from './page-source.ts'
import { arrangeNotes } from './margin.ts'
import { setOpen } from './note.ts'
import type { PageOverview, PageSeverity } from './page-data.ts'
import { piecesOf } from './running-text.ts'
import { hiddenSeverities, rememberHidden, severities, severityTag } from './severity.ts'
import { renderStructure } from './structure-tree.ts'

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
  const prefix = `d${index}`
  const article = renderDocumentText(page, overview.rules, prefix)
  const root = element('div', { class: 'document-view' })
  let active: HTMLElement | null = null

  const structure = foldable(renderStructure(page, prefix))
  const arrange = (): void => {
    if (isWide()) structure.open = true
    arrangeNotes(article, active)
  }
  const activate = (note: HTMLElement | null, scroll: boolean): void => {
    if (active !== null && active !== note) setOpen(active, false)
    for (const piece of article.querySelectorAll('.joined')) piece.classList.remove('joined')
    active = note
    if (note !== null) {
      setOpen(note, true)
      join(article, note.dataset['key'] ?? '', true)
      if (scroll) scrollTo(firstPiece(article, note))
    }
    arrange()
  }
  const step = (by: 1 | -1): void => {
    const visible = [...article.querySelectorAll<HTMLElement>('.note')].filter((note) => note.offsetParent !== null)
    const current = active === null ? (by === 1 ? -1 : visible.length) : visible.indexOf(active)
    const next = visible[current + by]
    if (next === undefined) return
    activate(next, true)
    next.querySelector<HTMLElement>('.head')?.focus({ preventScroll: true })
  }
  listen(article, activate, () => active)
  const head = element(
    'header',
    { class: 'view-head' },
    neighbours(overview, index),
    element('h1', { tabindex: '-1' }, page.title),
    element('p', { class: 'facts' }, page.facts.join(' · ')),
    ...page.notes.map((note) => element('p', { class: 'remark' }, note)),
    filterBar(page.findings, article, () => {
      if (active?.offsetParent === null) activate(null, false)
      arrange()
    }),
  )
  const desk = article.classList.contains('wide') ? 'desk wide' : 'desk'
  root.append(head, element('div', { class: desk }, structure, article))
  const observer = new ResizeObserver(arrange)
  return {
    root,
    title: page.title,
    step,
    leave: () => observer.disconnect(),
    arrive: (place) => {
      observer.observe(article)
      arrange()
      const target = place === '' ? null : document.getElementById(place)
      if (target?.classList.contains('note') === true) activate(target, true)
      else if (target !== null) scrollTo(target)
    },
  }
}

/** Pointing at a mark or a card shows which belong together; pressing on a mark opens its card. */
function listen(
  article: HTMLElement,
  activate: (note: HTMLElement | null, scroll: boolean) => void,
  active: () => HTMLElement | null,
): void {
  const keyOf = (event: Event): string | null => {
    const origin = event.target instanceof Element ? event.target.closest<HTMLElement>('.mark, .note') : null
    return origin?.dataset['key'] ?? /f\d+/.exec(origin?.dataset['keys'] ?? '')?.[0] ?? null
  }
  const point = (joined: boolean) => (event: Event) => {
    const key = keyOf(event)
    if (key !== null && active()?.dataset['key'] !== key) join(article, key, joined)
  }
  article.addEventListener('pointerover', point(true))
  article.addEventListener('pointerout', point(false))
  article.addEventListener('focusin', point(true))
  article.addEventListener('focusout', point(false))
  article.addEventListener('click', (event) => {
    const key = keyOf(event)
    const note = key === null ? null : article.querySelector<HTMLElement>(`.note[data-key="${key}"]`)
    if (note === null || (event.target instanceof Element && event.target.closest('.details'))) return
    activate(note === active() ? null : note, false)
  })
}

function join(article: HTMLElement, key: string, joined: boolean): void {
  for (const piece of piecesOf(article, key)) piece.classList.toggle('joined', joined)
  article.querySelector(`.note[data-key="${key}"]`)?.classList.toggle('joined', joined)
}

function firstPiece(article: HTMLElement, note: HTMLElement): Element {
  return piecesOf(article, note.dataset['key'] ?? '')[0] ?? note
}

function scrollTo(target: Element): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
}

/** Buttons that show or hide each severity. */
function filterBar(
  findings: readonly { readonly severity: PageSeverity }[],
  article: HTMLElement,
  onChange: () => void,
): HTMLElement {
  const hidden = hiddenSeverities()
  const show = (): void => {
    for (const severity of severities) article.classList.toggle(`without-${severity}`, hidden.has(severity))
  }
  show()
  const buttons = severities.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    const button = element(
      'button',
      { type: 'button', class: 'toggle', 'aria-pressed': String(!hidden.has(severity)) },
      severityTag(severity),
      element('span', { class: 'count' }, count),
    )
    button.addEventListener('click', () => {
      if (!hidden.delete(severity)) hidden.add(severity)
      button.setAttribute('aria-pressed', String(!hidden.has(severity)))
      rememberHidden(hidden)
      show()
      onChange()
    })
    return button
  })
  return element(
    'div',
    { class: 'filters', role: 'group', 'aria-label': '显示哪些意见' },
    element('span', { class: 'lead' }, findings.length === 0 ? '没有审核意见' : `审核意见 ${findings.length} 处`),
    ...(findings.length === 0 ? [] : buttons),
  )
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

/** On a narrow screen the structure is folded away. */
function foldable(structure: HTMLElement): HTMLDetailsElement {
  return element('details', { class: 'fold' }, element('summary', {}, '结构'), structure)
}

/** True where the structure has a column of its own; the same width as in document.css. */
function isWide(): boolean {
  return matchMedia('(min-width: 1180px)').matches
}

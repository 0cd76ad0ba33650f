import { renderDocumentText } from './document-text.ts'
import { element } from './element.ts'
import { arrangeNotes } from './margin.ts'
import { setOpen } from './note.ts'
import type { PageDocument, PageRule } from './page-data.ts'
import { piecesOf } from './running-text.ts'
import { renderStructure } from './structure-tree.ts'

/** A document as it lies on a desk: its structure, its text, its findings in the margin. */
export interface Desk {
  readonly root: HTMLElement
  readonly article: HTMLElement
  /** To be called once it is on the page: lays the margin out, and goes to the place named, if any is. */
  readonly arrive: (place: string) => void
  /** To the next or the previous finding that is shown. */
  readonly step: (by: 1 | -1) => void
  /** Which finding is open, by its number; null for none. */
  readonly active: () => number | null
  /** Opens a finding and goes to its text. */
  readonly open: (finding: number) => void
  /** To be called when another choice of findings is shown. */
  readonly refresh: () => void
  readonly leave: () => void
}

interface DeskOptions {
  readonly rules: Readonly<Record<string, PageRule>>
  /** What the ids on the desk begin with. */
  readonly prefix: string
  /** What can be done with a finding, shown in its open card. */
  readonly toolsOf?: (finding: number) => readonly HTMLElement[]
}

/** Lays a document on a desk. */
export function openDesk(page: PageDocument, { rules, prefix, toolsOf }: DeskOptions): Desk {
  const article = renderDocumentText(page, { rules, prefix, ...(toolsOf === undefined ? {} : { toolsOf }) })
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
  const visit = (note: HTMLElement): void => {
    activate(note, true)
    note.querySelector<HTMLElement>('.head')?.focus({ preventScroll: true })
  }
  listen(article, activate, () => active)
  if (toolsOf !== undefined) jumpWithin(structure, article)
  const observer = new ResizeObserver(arrange)
  return {
    root: element('div', { class: article.classList.contains('wide') ? 'desk wide' : 'desk' }, structure, article),
    article,
    step: (by) => {
      const visible = [...article.querySelectorAll<HTMLElement>('.note')].filter((note) => note.offsetParent !== null)
      const current = active === null ? (by === 1 ? -1 : visible.length) : visible.indexOf(active)
      const next = visible[current + by]
      if (next !== undefined) visit(next)
    },
    active: () => (active === null ? null : Number((active.dataset['key'] ?? '').slice(1))),
    open: (finding) => {
      const note = article.querySelector<HTMLElement>(`.note[data-key="f${finding}"]`)
      if (note !== null) visit(note)
    },
    refresh: () => {
      if (active?.offsetParent === null) activate(null, false)
      arrange()
    },
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

/** Jumps go to their places and leave the address what it is: the desk is part of another page. */
function jumpWithin(structure: HTMLElement, article: HTMLElement): void {
  structure.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-jump]') : null
    const target = link === null ? null : article.querySelector(`#${link.dataset['jump'] ?? ''}`)
    if (target === null) return
    event.preventDefault()
    scrollTo(target)
  })
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

/** On a narrow screen the structure is folded away. */
function foldable(structure: HTMLElement): HTMLDetailsElement {
  return element('details', { class: 'parts' }, element('summary', {}, '结构'), structure)
}

/** True where the structure has a column of its own; the same width as in document.css. */
function isWide(): boolean {
  return matchMedia('(min-width: 1180px)').matches
}

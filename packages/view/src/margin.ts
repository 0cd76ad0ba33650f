import { piecesOf } from './running-text.ts'

const GAP = 6

/**
 * Puts the cards in the margin level with their text, one below the other where there is no room. The active card keeps
 * its place exactly and pushes its neighbours away. Where cards stand in the text (phone, print) this has no effect.
 */
export function arrangeNotes(article: HTMLElement, active: HTMLElement | null): void {
  const notes = [...article.querySelectorAll<HTMLElement>('.note')].filter((note) => note.offsetParent !== null)
  const origin = article.getBoundingClientRect().top
  const placed = notes.map((note) => ({
    note,
    wanted: wantedTop(article, note, origin),
    height: note.offsetHeight,
    top: 0,
  }))
  placed.sort((a, b) => a.wanted - b.wanted)
  flowDown(placed, 0, 0)
  const index = placed.findIndex(({ note }) => note === active)
  if (index >= 0) makeRoom(placed, index)
  for (const { note, top } of placed) note.style.top = `${top}px`
  const last = placed.at(-1)
  article.style.minHeight = last === undefined ? '' : `${last.top + last.height + GAP}px`
}

interface Placed {
  readonly note: HTMLElement
  readonly wanted: number
  readonly height: number
  top: number
}

function wantedTop(article: HTMLElement, note: HTMLElement, origin: number): number {
  const piece = piecesOf(article, note.dataset['key'] ?? '')[0] ?? note.previousElementSibling
  return Math.max(0, (piece?.getBoundingClientRect().top ?? origin) - origin)
}

/** Places the cards from `from` on at or below where they want to be, none above `floor`. */
function flowDown(placed: readonly Placed[], from: number, floor: number): void {
  let bottom = floor
  for (const card of placed.slice(from)) {
    card.top = Math.max(card.wanted, bottom)
    bottom = card.top + card.height + GAP
  }
}

/** Puts card `index` where it wants to be; those above move up as far as needed and possible. */
function makeRoom(placed: readonly Placed[], index: number): void {
  const needed = placed.slice(0, index).reduce((sum, { height }) => sum + height + GAP, 0)
  let ceiling = Math.max(placed[index]?.wanted ?? 0, needed)
  for (const card of placed.slice(0, index + 1).toReversed()) {
    card.top = card === placed[index] ? ceiling : Math.min(card.top, ceiling - card.height - GAP)
    ceiling = card.top
  }
  const own = placed[index]
  if (own) flowDown(placed, index + 1, own.top + own.height + GAP)
}

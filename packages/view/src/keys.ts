import { byId } from './element.ts'
import type { ResultViews } from './result-views.ts'

/** What each key does; none of them changes anything. */
const KEYS: Readonly<Record<string, (views: ResultViews) => void>> = {
  j: (views) => views.step(1),
  k: (views) => views.step(-1),
  ']': (views) => turn(views, 1),
  '[': (views) => turn(views, -1),
  o: () => (location.hash = 'overview'),
}

function turn(views: ResultViews, by: 1 | -1): void {
  const next = views.neighbour(by)
  if (next !== null) location.hash = next
}

/** Lets keys move through the result that `current` gives; `?` shows them. The page has a dialogue `#keys` and a `#help-button`. */
export function listenToKeys(current: () => ResultViews | null): void {
  const help = byId('keys') as HTMLDialogElement
  byId('help-button').addEventListener('click', () => help.showModal())
  addEventListener('keydown', (event) => {
    const typing = event.target instanceof Element && event.target.closest('input, select, textarea') !== null
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null)
      return
    const views = current()
    if (event.key === '?') help.showModal()
    else if (views !== null && KEYS[event.key] !== undefined) KEYS[event.key]?.(views)
    else return
    event.preventDefault()
  })
}

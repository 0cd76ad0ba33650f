import { byId } from './element.ts'
import { readEmbeddedDocument, readOverview } from './embedded-data.ts'
import { listenToKeys } from './keys.ts'
import { fillInLibrary } from './older-browsers.ts'
import { showDocuments } from './page-source.ts'
import { preparePrinting } from './print.ts'
import { markShown, resultLinks } from './result-menu.ts'
import { resultViews } from './result-views.ts'

/** The written page: what the address names is shown; the address is all the state there is, so the way back is the browser's. */
fillInLibrary()
showDocuments(readEmbeddedDocument)
const overview = readOverview()
const links = resultLinks(overview)
const printPage = preparePrinting(() => overview)
const views = resultViews(overview, byId('main'), (name, title) => {
  byId('print-button').hidden = !/^d\d/.test(name)
  document.title = `${title} · 对照`
  markShown(links, name)
})

function route(): void {
  views.go(decodeURIComponent(location.hash.slice(1)))
}

// A jump to where one already is changes no address, and must work all the same.
addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-jump]') : null
  if (link !== null && location.hash === `#${link.dataset['jump']}`) route()
})
addEventListener('hashchange', route)
listenToKeys(() => views)
byId('menu').append(...links)
byId('print-button').addEventListener('click', () => printPage(Number(views.shown().slice(1))))
byId('print-all-button').addEventListener('click', () => printPage(null))
route()

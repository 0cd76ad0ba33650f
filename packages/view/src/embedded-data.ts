import type { PageDocument, PageOverview } from './page-data.ts'

/** What the page knows about the whole run. */
export function readOverview(): PageOverview {
  return readJson('overview') as PageOverview
}

const opened = new Map<number, PageDocument>()

/** A document embedded in the page, parsed when it is first asked for: two hundred at once would keep the reader waiting. */
export function readEmbeddedDocument(index: number): PageDocument {
  const document = opened.get(index) ?? (readJson(`document-${index}`) as PageDocument)
  opened.set(index, document)
  return document
}

function readJson(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null')
}

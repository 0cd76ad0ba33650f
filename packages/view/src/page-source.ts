import type { PageDocument } from './page-data.ts'

/** Where the documents come from: parsed out of the written page, or still in memory in the page that made them. */
type Source = (index: number) => PageDocument

let source: Source = () => {
  throw new Error('no documents are shown yet')
}

/** From now on the views draw the documents `read` gives. */
export function showDocuments(read: Source): void {
  source = read
}

/** A document of the page by its index. */
export function readPageDocument(index: number): PageDocument {
  return source(index)
}

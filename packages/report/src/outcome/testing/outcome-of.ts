import { isUnreadable, read } from '@duizhao/engine'
import { compareDocuments, reportPairs } from '../compare-documents.ts'
import type { Outcome } from '../outcome.ts'
import { reviewDocument, type ReviewSettings } from '../review-document.ts'

/** What a run finds out about texts, as the command does: read, reviewed, compared. */
export async function outcomeOf(
  texts: Readonly<Record<string, string>>,
  settings: ReviewSettings = {},
): Promise<Outcome> {
  const results = await Promise.all(
    Object.entries(texts).map(async ([path, text]) => {
      const document = await read(new TextEncoder().encode(text), path)
      return isUnreadable(document)
        ? { path, message: document.message, todo: document.todo }
        : reviewDocument(path, document, settings)
    }),
  )
  const documents = results.filter((result) => 'examination' in result)
  const unreadable = results.filter((result) => 'todo' in result)
  const similarity = compareDocuments(documents)
  return { documents: reportPairs(documents, similarity, settings), unreadable, similarity, earlier: new Map() }
}

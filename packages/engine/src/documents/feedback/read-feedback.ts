import { isWorkbook, type SourceDocument } from '../../reading/source-document.ts'
import type { FeedbackItem } from './feedback-item.ts'
import { proseItems } from './prose-items.ts'
import { tableItems } from './table-items.ts'

/**
 * The problems a feedback paper lists, in its order, each with the category and the aspect it stands under: from its tables
 * or its text, whichever lists more. What it asks for and what it praises is no item.
 */
export function readFeedback(document: SourceDocument): FeedbackItem[] {
  const inTables = tableItems(document)
  const inText = isWorkbook(document) ? [] : proseItems(document)
  return inTables.length >= inText.length ? inTables : inText
}

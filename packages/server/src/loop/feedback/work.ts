import { readFeedback } from '@duizhao/engine'
import { firstOf } from '@duizhao/engine/wording'
import { LONGEST_PASSAGE } from '@duizhao/contract'
import { type Work, work } from '@duizhao/workshop'
import type { UploadedFile } from '../../platform/context.ts'
import { readDocument } from '../../platform/read-document.ts'

const LONGEST_HEADING = 120

/** The items of a feedback paper as they would be entered; null where no text can be read. */
export const itemsOfPaper = work('feedback.items', async ({ file }: { readonly file: UploadedFile }) => {
  const document = await readDocument(file)
  if ('refused' in document) return null
  return readFeedback(document).map(({ start, end, category, aspect, text }) => ({
    begins: start,
    ends: start + firstOf(document.text.slice(start, end), LONGEST_PASSAGE).length,
    category: firstOf(category, LONGEST_HEADING),
    aspect: firstOf(aspect, LONGEST_HEADING),
    text: firstOf(text, LONGEST_PASSAGE),
  }))
})

export const feedbackWork: readonly Work[] = [itemsOfPaper]

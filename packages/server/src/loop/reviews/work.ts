import { isUnreadable } from '@duizhao/engine'
import { canBeAnnotated, commentedCopy } from '@duizhao/report'
import { type Work, work } from '@duizhao/workshop'
import type { UploadedFile } from '../../platform/context.ts'
import { readDocument } from '../../platform/read-document.ts'
import { type RefusedFile, refusedFile } from '../../platform/work.ts'

/** A comment on a stretch of a text, signed. */
export interface SignedComment {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly author: string
  readonly date: string
}

interface Asked {
  readonly file: UploadedFile
  readonly comments: readonly SignedComment[]
}

/** A paper as its author wrote it, with comments; null where what it was written in has none. */
export const commentedPaper = work(
  'reviews.comment',
  async ({ file, comments }: Asked): Promise<Uint8Array | RefusedFile | null> => {
    const document = await readDocument(file)
    if ('refused' in document) return document
    if (!canBeAnnotated(document.format)) return null
    const copy = await commentedCopy(file.bytes, document, comments)
    return isUnreadable(copy) ? refusedFile(copy.message, copy.todo) : copy.bytes
  },
)

export const reviewWork: readonly Work[] = [commentedPaper]

import { type Minutes, readMinutes } from '@duizhao/engine'
import { type Work, work } from '@duizhao/workshop'
import type { UploadedFile } from '../../platform/context.ts'
import { readDocument } from '../../platform/read-document.ts'
import { type RefusedFile, refusedFile } from '../../platform/work.ts'

const MOST_CHARACTERS = 100_000

/** What one file of minutes says, and its text, in which the places of what was read are. */
export const minutesOfFile = work(
  'records.readMinutes',
  async (file: UploadedFile): Promise<{ readonly text: string; readonly minutes: Minutes } | RefusedFile> => {
    const document = await readDocument(file)
    if ('refused' in document) return document
    return document.text.length > MOST_CHARACTERS
      ? refusedFile(
          `“${file.name}”有 ${document.text.length} 个字，一次会议的记录没有这么长。`,
          '一份文件只写一次会议、学习或谈话，请拆开再交。',
        )
      : { text: document.text, minutes: readMinutes(document) }
  },
)

export const recordWork: readonly Work[] = [minutesOfFile]

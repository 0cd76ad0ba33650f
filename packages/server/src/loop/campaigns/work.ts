import { type Notice, readNotice } from '@duizhao/engine'
import { type Work, work } from '@duizhao/workshop'
import type { UploadedFile } from '../../platform/context.ts'
import { readDocument } from '../../platform/read-document.ts'
import { type RefusedFile, refusedFile } from '../../platform/work.ts'

const MOST_CHARACTERS = 100_000

/** What a superior's notice asks, and its text, in which the places of what was read are. */
export const noticeOfFile = work(
  'campaigns.readNotice',
  async (file: UploadedFile): Promise<{ readonly text: string; readonly notice: Notice } | RefusedFile> => {
    const document = await readDocument(file)
    if ('refused' in document) return document
    return document.text.length > MOST_CHARACTERS
      ? refusedFile(`“${file.name}”有 ${document.text.length} 个字，一份通知没有这么长。`, '请只交通知本身，附件另存。')
      : { text: document.text, notice: readNotice(document) }
  },
)

export const campaignWork: readonly Work[] = [noticeOfFile]

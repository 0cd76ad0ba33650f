import type { WorkRecord } from '@duizhao/contract'
import { type Minutes, readMinutes } from '@duizhao/engine'
import { type Sheet, writeXlsx } from '@duizhao/report'
import { type Work, work } from '@duizhao/workshop'
import type { UploadedFile } from '../../platform/context.ts'
import { readDocument } from '../../platform/read-document.ts'
import { recordSheet, studiesAmong } from './export/record-rows.ts'
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

/** What a list shows as a workbook: all records, and those that are study. */
export const workbookOfRecords = work(
  'records.writeWorkbook',
  ({
    records,
    unit,
    date,
  }: {
    readonly records: readonly WorkRecord[]
    readonly unit: string
    readonly date: string
  }) => {
    const sheet = (name: string, some: readonly WorkRecord[]): Sheet => ({
      ...{ name, title: `${unit}${name}`, above: [`填报单位：${unit}　　　　填报日期：${date}`] },
      ...recordSheet(some),
    })
    return writeXlsx([sheet('履职记录', records), sheet('学习情况', studiesAmong(records))])
  },
)

export const recordWork: readonly Work[] = [minutesOfFile, workbookOfRecords]

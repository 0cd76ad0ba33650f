import { type Work, work } from '@duizhao/workshop'
import type { UploadedFile } from '../../platform/context.ts'
import { readDocument } from '../../platform/read-document.ts'
import { type RefusedFile, refusedFile } from '../../platform/work.ts'
import { type ImportSheets, readSheets } from './import-sheets.ts'

const MOST_ROWS = 20_000

/** The organisations and people an uploaded workbook lists. */
export const sheetsOfFile = work(
  'organisation.readSheets',
  async (file: UploadedFile): Promise<ImportSheets | RefusedFile> => {
    const document = await readDocument(file)
    if ('refused' in document) return document
    const sheets = readSheets(document)
    const rows = sheets.organisations.length + sheets.people.length
    return rows > MOST_ROWS
      ? refusedFile(`文件里有 ${rows} 行，一次最多导入 ${MOST_ROWS} 行。`, '请拆成几个文件。')
      : sheets
  },
)

export const organisationWork: readonly Work[] = [sheetsOfFile]

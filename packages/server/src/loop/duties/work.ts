import type { BoardBody, DutyHead } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import { type Work, work } from '@duizhao/workshop'
import type { UploadedFile } from '../../platform/context.ts'
import { readDocument } from '../../platform/read-document.ts'
import type { RefusedFile } from '../../platform/work.ts'
import { boardSheets } from './export-words.ts'
import { type ListLines, listLines } from './list-lines.ts'

/** The board of thousands of bodies as a workbook. */
export const boardWorkbook = work(
  'duties.writeBoard',
  (given: {
    readonly items: readonly BoardBody[]
    readonly duties: readonly DutyHead[]
    readonly facts: { readonly unit: string; readonly year: number; readonly today: string }
  }) => writeXlsx(boardSheets(given.items, given.duties, given.facts)),
)

/** The lines of an uploaded responsibility list. */
export const dutyListOfFile = work('duties.readList', async (file: UploadedFile): Promise<ListLines | RefusedFile> => {
  const document = await readDocument(file)
  return 'refused' in document ? document : listLines(document, file.name)
})

export const dutyWork: readonly Work[] = [boardWorkbook, dutyListOfFile]

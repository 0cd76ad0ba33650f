import type { BoardBody, DutyHead } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import { type Work, work } from '@duizhao/workshop'
import { boardSheets } from './export-words.ts'

/** The board of thousands of bodies as a workbook. */
export const boardWorkbook = work(
  'duties.writeBoard',
  (given: {
    readonly items: readonly BoardBody[]
    readonly duties: readonly DutyHead[]
    readonly facts: { readonly unit: string; readonly year: number; readonly today: string }
  }) => writeXlsx(boardSheets(given.items, given.duties, given.facts)),
)

export const dutyWork: readonly Work[] = [boardWorkbook]

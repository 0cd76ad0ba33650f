import { type Work, work } from '@duizhao/workshop'
import type { ImportMending } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import type { UploadedFile } from '../../platform/context.ts'
import { readDocument } from '../../platform/read-document.ts'
import { type RefusedFile, refusedFile } from '../../platform/work.ts'
import type { LedgerRow } from './export/row-queries.ts'
import { ledgerSheets } from './export/sheets.ts'
import { proposalWork } from './from-paper/index.ts'
import { type ReadLines, readLines } from './import/read-lines.ts'

const MOST_PROBLEMS = 20_000

/** Every problem of every ledger in an uploaded file. */
export const linesOfFile = work(
  'ledger.readLines',
  async (given: {
    readonly file: UploadedFile
    readonly today: string
    readonly unit: string
    readonly mending: ImportMending
  }): Promise<ReadLines | RefusedFile> => {
    const document = await readDocument(given.file)
    if ('refused' in document) return document
    const read = readLines(document, given)
    const { length } = read.lines
    return length > MOST_PROBLEMS
      ? refusedFile(`文件里有 ${length} 个问题，一次最多导入 ${MOST_PROBLEMS} 个。`, '请拆成几个文件。')
      : read
  },
)

/** The ledger as a workbook. */
export const workbookOfRows = work(
  'ledger.writeWorkbook',
  ({ rows, ...facts }: { readonly rows: readonly LedgerRow[]; readonly unit: string; readonly date: string }) =>
    writeXlsx(ledgerSheets(rows, facts)),
)

/** The words of a file of evidence. */
export const textOfEvidence = work(
  'ledger.readEvidence',
  async (file: UploadedFile): Promise<{ readonly text: string } | RefusedFile> => {
    const document = await readDocument(file)
    return 'refused' in document ? document : { text: document.text }
  },
)

export const ledgerWork: readonly Work[] = [linesOfFile, workbookOfRows, textOfEvidence, ...proposalWork]

import { type Work, work } from '@duizhao/workshop'
import type { RefusedPlace } from '@duizhao/contract'
import type { UploadedFile } from '../../platform/context.ts'
import { type ListKind, type ListSheet, readListSheet, type SheetRow } from '../../platform/list-sheets.ts'
import { readDocument } from '../../platform/read-document.ts'
import { type RefusedFile, refusedFile } from '../../platform/work.ts'
import { postColumns, type PostField } from './post-columns.ts'

const MOST_ROWS = 5_000

const kinds: readonly ListKind<'posts', PostField>[] = [{ kind: 'posts', columns: postColumns, main: 'name' }]

interface PostSheets {
  readonly columns: ListSheet<'posts', PostField>['columns']
  readonly rows: readonly SheetRow<PostField>[]
  /** Why nothing was found, if nothing was. */
  readonly faults: readonly RefusedPlace[]
}

/** The posts that an uploaded workbook lists. */
export const postsOfFile = work('posts.readSheets', async (file: UploadedFile): Promise<PostSheets | RefusedFile> => {
  const document = await readDocument(file)
  if ('refused' in document) return document
  const sheets = document.tables.map((table) => readListSheet(table, kinds)).filter((sheet) => sheet !== null)
  const rows = sheets.flatMap((sheet) => sheet.rows)
  if (rows.length > MOST_ROWS)
    return refusedFile(`文件里有 ${rows.length} 行，一次最多导入 ${MOST_ROWS} 行。`, '请拆成几个文件。')
  const nothing = { message: '没有找到写着“姓名”的表头。请用导入用的空表填写，或在前 10 行里写上表头。' }
  return {
    columns: sheets.flatMap(({ columns }) => columns),
    rows,
    faults: sheets.length === 0 ? [nothing] : [],
  }
})

export const postWork: readonly Work[] = [postsOfFile]

import { isUnreadable, read, type SourceDocument } from '@duizhao/engine'
import { characterMap } from '@duizhao/workshop/node'
import type { UploadedFile } from './context.ts'
import { type RefusedFile, refusedFile } from './work.ts'

/** The text of an uploaded file; refused if it cannot be read, or holds what no database does. Work for the workshop. */
export async function readDocument({ bytes, name }: UploadedFile): Promise<SourceDocument | RefusedFile> {
  const document = await read(bytes, name, { characterMap })
  if (isUnreadable(document)) return refusedFile(document.message, document.todo)
  if (document.text.includes('\0') || !document.text.isWellFormed())
    return refusedFile(
      `“${name}”里有不是文字的字符，读出来的内容不可靠。`,
      '请在 Word、Excel 或 WPS 中打开并另存，再上传。',
    )
  return document
}

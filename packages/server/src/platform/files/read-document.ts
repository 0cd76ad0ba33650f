import { isUnreadable, read, type SourceDocument } from '@duizhao/engine'
import type { UploadedFile } from '../context.ts'
import { invalid } from '../refusal.ts'

/** The text of an uploaded file; refused if it cannot be read, or holds what no database does. */
export async function readDocument({ bytes, name }: UploadedFile): Promise<SourceDocument> {
  const document = await read(bytes, name)
  if (isUnreadable(document)) throw invalid(document.message, document.todo)
  if (document.text.includes('\0') || !document.text.isWellFormed())
    throw invalid(`“${name}”里有不是文字的字符，读出来的内容不可靠。`, '请在 Word、Excel 或 WPS 中打开并另存，再上传。')
  return document
}

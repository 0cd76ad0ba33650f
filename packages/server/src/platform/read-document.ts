import { heldFiles, isUnreadable, read, type SourceDocument, type Unreadable } from '@duizhao/engine'
import { fileName, roleOfPath } from '@duizhao/report'
import { characterMap } from '@duizhao/workshop/node'
import type { UploadedFile } from './context.ts'
import { type RefusedFile, refusedFile } from './work.ts'

/**
 * The text of an uploaded file, or of the one document a .zip or a mail holds; refused if it cannot be read, or holds
 * what no database does. Work for the workshop.
 */
export async function readDocument(file: UploadedFile): Promise<SourceDocument | RefusedFile> {
  const held = documentsIn(file)
  if (isUnreadable(held)) return refusedFile(held.message, held.todo)
  if (held.length > 1)
    return refusedFile(`“${file.name}”里有 ${held.length} 份文件，一次读一份。`, '请把要用的那一份另存出来，再上传。')
  const [{ name, bytes } = file] = held
  const document = await read(bytes, name, { characterMap })
  if (isUnreadable(document)) return refusedFile(document.message, document.todo)
  if (document.text.includes('\0') || !document.text.isWellFormed())
    return refusedFile(
      `“${name}”里有不是文字的字符，读出来的内容不可靠。`,
      '请在 Word、Excel 或 WPS 中打开并另存，再上传。',
    )
  return document
}

function documentsIn({ bytes, name }: UploadedFile): readonly UploadedFile[] | Unreadable {
  const held = heldFiles(bytes, name)
  if (isUnreadable(held)) return held
  const documents: UploadedFile[] = []
  for (const one of held.filter(({ path }) => roleOfPath(path) === 'document')) {
    const content = one.bytes()
    if (isUnreadable(content)) return content
    documents.push({ name: fileName(one.path), bytes: content })
  }
  return documents
}

import CFB from 'cfb'
import { readDoc } from '../doc/read-doc.ts'
import { isWorkbookName } from '../extensions.ts'
import { isEncryptedPackage } from '../office-package.ts'
import { ReadingRefusal } from '../refusal.ts'
import type { SourceDocument } from '../source-document.ts'
import { afterChinese } from '../unreadable.ts'
import { WORKBOOK_PASSWORD } from '../xls/globals.ts'
import { readXls } from '../xls/read-xls.ts'

/** Other programs' files in the same container, by a stream or storage they have. */
const OTHERS: readonly { readonly stream: RegExp; readonly what: string; readonly todo: string }[] = [
  { stream: /^(?:PowerPoint Document|PP40)$/i, what: '演示文稿', todo: '请把要审的文字另存为 .docx' },
  { stream: /^(?:CONTENTS|MatOST)$/i, what: '微软 Works 的文件', todo: '请在 Word 或 WPS 中打开，另存为 .docx' },
  { stream: /^VisioDocument$/i, what: 'Visio 绘图', todo: '请把要审的文字另存为 .docx' },
  { stream: /^__properties_version1\.0$/i, what: 'Outlook 邮件', todo: '请把附件或正文另存为 .docx' },
]

/**
 * Reads a file in Microsoft's compound container (MS-CFB): .doc, .wps, .xls and .et. What the file is, the streams at
 * its root say; those below belong to objects embedded in it. Throws a `ReadingRefusal`.
 */
export function readCompound(bytes: Uint8Array, name: string): SourceDocument {
  if (isEncryptedPackage(bytes))
    throw new ReadingRefusal('encrypted', undefined, isWorkbookName(name) ? WORKBOOK_PASSWORD : undefined)
  const streams = rootStreams(bytes)
  const find = (stream: string): Uint8Array | undefined => streams.get(stream.toLowerCase())
  if (find('WordDocument') !== undefined) return readDoc(find, name)
  const workbook = find('Workbook') ?? find('Book')
  if (workbook !== undefined) return readXls(workbook, name)
  const other = OTHERS.find(({ stream }) => [...streams.keys()].some((found) => stream.test(found)))
  if (!other) throw new ReadingRefusal('unsupported')
  throw new ReadingRefusal('unsupported', `是${afterChinese(other.what)}，不能读取`, other.todo)
}

/** The streams of the file itself by their names in small letters: MS-CFB 2.6.4 does not tell upper from lower case. */
function rootStreams(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    const container = CFB.parse(bytes)
    const streams = new Map<string, Uint8Array>()
    for (const [i, entry] of container.FileIndex.entries()) {
      const isAtRoot = (container.FullPaths[i]?.replace(/\/$/, '').split('/').length ?? 0) === ROOT_DEPTH
      const key = entry.name.toLowerCase()
      if (isAtRoot && !streams.has(key)) streams.set(key, Uint8Array.from(entry.content ?? []))
    }
    return streams
  } catch {
    throw new ReadingRefusal('damaged')
  }
}

/** "Root Entry/WordDocument". */
const ROOT_DEPTH = 2

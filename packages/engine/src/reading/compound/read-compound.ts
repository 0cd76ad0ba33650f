import CFB from 'cfb'
import { readDoc } from '../doc/read-doc.ts'
import { isEncryptedPackage } from '../office-package.ts'
import { ReadingRefusal } from '../refusal.ts'
import type { SourceDocument } from '../source-document.ts'
import { afterChinese } from '../unreadable.ts'

/** Other programs' files in the same container, by a stream they have. */
const OTHERS: readonly { readonly stream: RegExp; readonly what: string; readonly todo: string }[] = [
  { stream: /^(?:Workbook|Book)$/, what: '旧版 Excel 工作簿（.xls）', todo: '请在 Excel 或 WPS 中打开，另存为 .xlsx' },
  { stream: /^(?:PowerPoint Document|PP40)$/, what: '演示文稿', todo: '请把要审的文字另存为 .docx' },
  { stream: /^(?:CONTENTS|MatOST)$/, what: '微软 Works 的文件', todo: '请在 Word 或 WPS 中打开，另存为 .docx' },
  { stream: /^VisioDocument$/, what: 'Visio 绘图', todo: '请把要审的文字另存为 .docx' },
  { stream: /^__properties_version1\.0$/, what: 'Outlook 邮件', todo: '请把附件或正文另存为 .docx' },
]

/** Reads a file in Microsoft's compound container (MS-CFB): .doc and .wps. Throws a `ReadingRefusal`. */
export function readCompound(bytes: Uint8Array, name: string): SourceDocument {
  if (isEncryptedPackage(bytes)) throw new ReadingRefusal('encrypted')
  const streams = streamsOf(bytes)
  if (streams.has('WordDocument')) return readDoc((stream) => streams.get(stream), name)
  const other = OTHERS.find(({ stream }) => [...streams.keys()].some((found) => stream.test(found)))
  if (!other) throw new ReadingRefusal('unsupported')
  throw new ReadingRefusal('unsupported', `是${afterChinese(other.what)}，不能读取`, other.todo)
}

/** The streams by name; of several with one name (embedded documents) the one that lies highest. */
function streamsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    const container = CFB.parse(bytes)
    const streams = new Map<string, { depth: number; content: Uint8Array }>()
    for (const [i, entry] of container.FileIndex.entries()) {
      const depth = container.FullPaths[i]?.split('/').length ?? 0
      const known = streams.get(entry.name)
      if (known && known.depth <= depth) continue
      streams.set(entry.name, { depth, content: Uint8Array.from(entry.content ?? []) })
    }
    return new Map(Array.from(streams, ([name, { content }]) => [name, content]))
  } catch {
    throw new ReadingRefusal('damaged')
  }
}

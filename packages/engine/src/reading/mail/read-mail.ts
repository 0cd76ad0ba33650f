import { blocksOfPage } from '../html.ts'
import { layOut, type Block } from '../lay-out.ts'
import { ReadingRefusal } from '../refusal.ts'
import type { SourceDocument } from '../source-document.ts'
import { decodedAs } from './header-words.ts'
import { readMime, type MailPart } from './mime.ts'

/** Reads a mail (.eml): its subject and its words. Files sent along are not part of it. Throws a `ReadingRefusal`. */
export function readMail(bytes: Uint8Array, name: string): SourceDocument {
  const { subject, parts } = readMime(bytes)
  const body =
    parts.find(({ type, fileName }) => fileName === undefined && type === 'text/plain') ??
    parts.find(({ type, fileName }) => fileName === undefined && type === 'text/html')
  const built = layOut([{ words: subject, style: 'title' }, ...(body ? blocksOfBody(body) : [])])
  if (built.text.trim() === '') throw new ReadingRefusal('empty', '里面没有文字')
  const files = parts.flatMap(({ fileName }) => fileName ?? [])
  const notes =
    files.length === 0
      ? []
      : [`邮件带有 ${files.length} 个附件，不算在邮件的文字里：${files.slice(0, 10).join('、')}。`]
  return { name, format: 'eml', ...built, notes }
}

function blocksOfBody(part: MailPart): readonly Block[] {
  const words = decodedAs(part.encoding, part.bytes())
  return part.type === 'text/html' ? blocksOfPage(words) : [{ words: words.replaceAll('\r\n', '\n'), style: 'body' }]
}

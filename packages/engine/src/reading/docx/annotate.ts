import type { Span } from '../../span.ts'
import { encodePart } from '../office-package.ts'
import { ReadingRefusal, refusable } from '../refusal.ts'
import type { SourceDocument, Unreadable } from '../source-document.ts'
import { rewriteZip } from '../zip-writing.ts'
import {
  addComments,
  announceComments,
  findComments,
  vocabularyOf,
  type CommentWords,
  type Vocabulary,
} from './comment-parts.ts'
import { markComments, type CommentMarks } from './comment-places.ts'
import { readDocxText } from './docx-text.ts'
import { applyEdits } from '../xml-edits.ts'

/** A comment on a stretch of the document's text. Without an author it is signed 对照. */
export interface DocxComment extends Span, CommentWords {}

/**
 * The author's own .docx with comments in the margin: formatting untouched, comments that are there kept, all parts
 * but the body, the list of comments and, if it is the first, the two lists that announce it, byte for byte as
 * before. `document` is what `readDocx` made of the same bytes; if it is not, the file is refused.
 */
export function annotateDocx(
  bytes: Uint8Array,
  document: SourceDocument,
  comments: readonly DocxComment[],
): Uint8Array | Unreadable {
  return refusable(document.name, () => {
    const docx = readDocxText(bytes)
    if (docx.text !== document.text) {
      throw new ReadingRefusal('unsupported', '与审核时读取的内容不一致，没有写入批注', '请用同一份文件重新审核')
    }
    if (comments.length === 0) return bytes
    const vocabulary = vocabularyOf(docx.source, docx.root)
    const existing = findComments(docx.package, docx.source)
    const placed = comments.map(({ start, end }, i) => ({ start, end, id: existing.nextId + i }))
    const body = applyEdits(docx.source, markComments(docx, placed, marksIn(vocabulary)))
    const changed = announceComments(docx.package, existing.part, vocabulary)
    changed.set(docx.package.zip.find(docx.package.main)?.name ?? docx.package.main, body)
    changed.set(existing.part, addComments(comments, existing, vocabulary))
    const encoded = new Map(Array.from(changed, ([name, source]) => [name, encodePart(source)] as const))
    return rewriteZip(bytes, docx.package.zip.entries, encoded)
  })
}

function marksIn({ prefix: p, declaration }: Vocabulary): CommentMarks {
  return {
    start: (id) => `<${p}commentRangeStart${declaration} ${p}id="${id}"/>`,
    end: (id) =>
      `<${p}commentRangeEnd${declaration} ${p}id="${id}"/><${p}r${declaration}><${p}commentReference ${p}id="${id}"/></${p}r>`,
  }
}

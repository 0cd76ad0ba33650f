import { refusable } from '../refusal.ts'
import type { SourceDocument, Unreadable } from '../source-document.ts'
import { readDocxText } from './docx-text.ts'

/**
 * Reads a Word document (.docx, .docm, .dotx, also as WPS writes it) as Word shows it: with the labels of automatic
 * numbering, all revisions accepted, without hidden text, headers, footers, comments and tables of contents. Notes
 * stand at the end, text boxes after the paragraph they are anchored to. Empty paragraphs are left out.
 */
export function readDocx(bytes: Uint8Array, name: string): SourceDocument | Unreadable {
  return refusable(name, () => {
    const { text, paragraphs, tables, notes } = readDocxText(bytes)
    return { name, format: 'docx', text, paragraphs, tables, notes }
  })
}

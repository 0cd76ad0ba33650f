import type { SourceDocument, Unreadable } from '../source-document.ts'
import { unreadable } from '../unreadable.ts'

/** Reads a Word document (.docx, .docm, .dotx; also as WPS writes it). */
export function readDocx(_bytes: Uint8Array, name: string): SourceDocument | Unreadable {
  return unreadable(name, 'unsupported')
}

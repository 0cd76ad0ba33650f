import type { SourceDocument, Unreadable } from '../source-document.ts'
import { unreadable } from '../unreadable.ts'

export function readCompound(_bytes: Uint8Array, name: string): SourceDocument | Unreadable {
  return unreadable(name, 'unsupported')
}

import type { SourceDocument, Unreadable } from '../source-document.ts'
import { unreadable } from '../unreadable.ts'

/** Reads an Excel workbook (.xlsx, .xlsm): each sheet as a table. */
export function readXlsx(_bytes: Uint8Array, name: string): SourceDocument | Unreadable {
  return unreadable(name, 'unsupported')
}

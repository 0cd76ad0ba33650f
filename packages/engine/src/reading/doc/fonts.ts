import type { Place } from './file-header.ts'
import { bytesAt, uint16, uint8 } from './little-endian.ts'

const NAME_AT = 39

/** The names of a document's fonts by their number (SttbfFfn, MS-DOC 2.9.286; a name stands behind 39 bytes of measures). */
export function readFonts({ start, length }: Place, table: Uint8Array): string[] {
  if (length < 4) return []
  const bytes = bytesAt(table, start, length)
  const count = uint16(bytes, 0)
  const names: string[] = []
  let at = 4
  for (let i = 0; i < count && at < bytes.length; i++) {
    const size = uint8(bytes, at)
    const name = bytes.subarray(at + 1 + NAME_AT, at + 1 + size)
    names.push(new TextDecoder('utf-16le').decode(name).split('\0')[0] ?? '')
    at += 1 + size
  }
  return names
}

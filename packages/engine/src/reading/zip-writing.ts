import { deflateSync } from 'fflate'
import { crc32 } from './crc.ts'
import type { ZipEntry } from './zip-directory.ts'

/** An entry with its bytes as they stand in a zip. */
type StoredEntry = Pick<ZipEntry, 'rawName' | 'flags' | 'method' | 'modified' | 'crc' | 'compressedSize' | 'size'> & {
  readonly data: Uint8Array
}

/** Names are UTF-8. */
const UTF8_NAMES = 0x0800
/** 1 January 1980, the beginning of MS-DOS time: new parts get no date of their own. */
const NO_DATE = 0x00210000
/** Sizes stand before the data, not in a descriptor after it. */
const WITHOUT_DESCRIPTOR = 0xffff ^ 0x0008

/**
 * The zip with some entries replaced, others added at the end, and those changed to null left out. All other entries
 * keep their order and their compressed bytes. Throws nothing: `entries` come from a zip that has been read.
 */
export function rewriteZip(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  changes: ReadonlyMap<string, Uint8Array | null>,
): Uint8Array {
  const left = new Map(changes)
  const stored = entries.flatMap((entry): StoredEntry[] => {
    const contents = left.get(entry.name)
    left.delete(entry.name)
    if (contents === null) return []
    if (contents !== undefined) return [{ ...entry, ...compressed(contents) }]
    return [{ ...entry, data: bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize) }]
  })
  for (const [name, contents] of left) {
    if (contents === null) continue
    stored.push({
      rawName: new TextEncoder().encode(name),
      flags: UTF8_NAMES,
      modified: NO_DATE,
      ...compressed(contents),
    })
  }
  return writeZip(stored)
}

function compressed(contents: Uint8Array): Pick<StoredEntry, 'method' | 'crc' | 'compressedSize' | 'size' | 'data'> {
  const data = deflateSync(contents)
  return { method: 8, crc: crc32(contents), compressedSize: data.length, size: contents.length, data }
}

function writeZip(entries: readonly StoredEntry[]): Uint8Array {
  const total = entries.reduce((sum, entry) => sum + 76 + 2 * entry.rawName.length + entry.data.length, 22)
  const bytes = new Uint8Array(total)
  const view = new DataView(bytes.buffer)
  const starts: number[] = []
  let at = 0
  for (const entry of entries) {
    starts.push(at)
    view.setUint32(at, 0x04034b50, true)
    writeFields(view, at + 4, entry)
    bytes.set(entry.rawName, at + 30)
    bytes.set(entry.data, at + 30 + entry.rawName.length)
    at += 30 + entry.rawName.length + entry.data.length
  }
  const directory = at
  for (const [i, entry] of entries.entries()) {
    view.setUint32(at, 0x02014b50, true)
    view.setUint16(at + 4, 20, true)
    writeFields(view, at + 6, entry)
    view.setUint32(at + 42, starts[i] ?? 0, true)
    bytes.set(entry.rawName, at + 46)
    at += 46 + entry.rawName.length
  }
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, entries.length, true)
  view.setUint16(at + 10, entries.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return bytes
}

/** The 26 bytes that local and central records have in common: version needed to length of the extra field. */
function writeFields(view: DataView, at: number, entry: StoredEntry): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, entry.flags & WITHOUT_DESCRIPTOR, true)
  view.setUint16(at + 4, entry.method, true)
  view.setUint32(at + 6, entry.modified, true)
  view.setUint32(at + 10, entry.crc, true)
  view.setUint32(at + 14, entry.compressedSize, true)
  view.setUint32(at + 18, entry.size, true)
  view.setUint16(at + 22, entry.rawName.length, true)
}

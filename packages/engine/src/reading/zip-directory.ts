import { ReadingRefusal } from './refusal.ts'

/** One file of a zip, as its central directory describes it (PKWARE APPNOTE 6.3, section 4.3.12). */
export interface ZipEntry {
  readonly name: string
  /** The name's bytes as stored. */
  readonly rawName: Uint8Array
  readonly flags: number
  /** 0 stored, 8 deflated. */
  readonly method: number
  /** MS-DOS time and date, as stored. */
  readonly modified: number
  readonly crc: number
  readonly compressedSize: number
  /** As declared; what comes out is counted while inflating. */
  readonly size: number
  /** Where the compressed bytes begin in the file. */
  readonly dataStart: number
}

const MOST_ENTRIES = 10_000
const DIRECTORY_END = 0x06054b50
const DIRECTORY_END_64 = 0x06064b50
const DIRECTORY_END_64_LOCATOR = 0x07064b50
const DIRECTORY_RECORD = 0x02014b50
const LOCAL_RECORD = 0x04034b50

/**
 * The entries of a zip in the order of its central directory. Refuses as `bomb` more than 10,000 entries and entries
 * that share bytes (D. Fifield, A better zip bomb, 2019), as `damaged` everything that does not add up.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, start, end } = findDirectory(view)
  if (count > MOST_ENTRIES) throw new ReadingRefusal('bomb')
  const entries: ZipEntry[] = []
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_RECORD) throw new ReadingRefusal('damaged')
    entries.push(readRecord(bytes, view, at))
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  refuseSharedBytes(entries)
  return entries
}

/** Where the central directory lies; its end record is the last one in the file, before a comment of at most 65,535 bytes. */
function findDirectory(view: DataView): { count: number; start: number; end: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== DIRECTORY_END) continue
    const count = view.getUint16(at + 10, true)
    const start = view.getUint32(at + 16, true)
    if (count === 0xffff || start === 0xffffffff) return findDirectory64(view, at)
    if (start <= at) return { count, start, end: at }
  }
  throw new ReadingRefusal('damaged')
}

/** Java programs that export Excel files write the 64-bit form also for small files. */
function findDirectory64(view: DataView, end: number): { count: number; start: number; end: number } {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== DIRECTORY_END_64_LOCATOR) throw new ReadingRefusal('damaged')
  const at = readUint64(view, locator + 8)
  if (at + 56 > locator || view.getUint32(at, true) !== DIRECTORY_END_64) throw new ReadingRefusal('damaged')
  const start = readUint64(view, at + 48)
  if (start > at) throw new ReadingRefusal('damaged')
  return { count: readUint64(view, at + 32), start, end: at }
}

function readRecord(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const extraStart = at + 46 + nameLength
  if (extraStart + extraLength > bytes.length) throw new ReadingRefusal('damaged')
  const [size, compressedSize, localStart] = wideSizes(view, at, extraStart, extraStart + extraLength)
  if (localStart + 30 > bytes.length || view.getUint32(localStart, true) !== LOCAL_RECORD) {
    throw new ReadingRefusal('damaged')
  }
  const dataStart = localStart + 30 + view.getUint16(localStart + 26, true) + view.getUint16(localStart + 28, true)
  if (dataStart + compressedSize > bytes.length) throw new ReadingRefusal('damaged')
  const rawName = bytes.subarray(at + 46, at + 46 + nameLength)
  return {
    name: new TextDecoder().decode(rawName).replaceAll('\\', '/'),
    rawName,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    modified: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size,
    dataStart,
  }
}

/** Size, compressed size and local offset; those that do not fit 32 bits stand, in this order, in extra field 1. */
function wideSizes(view: DataView, at: number, extraStart: number, extraEnd: number): [number, number, number] {
  const sizes: [number, number, number] = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]
  for (let field = extraStart; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let next = field + 4
    for (const [i, size] of sizes.entries()) {
      if (size !== 0xffffffff) continue
      if (next + 8 > extraEnd) throw new ReadingRefusal('damaged')
      sizes[i] = readUint64(view, next)
      next += 8
    }
    break
  }
  return sizes
}

function readUint64(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw new ReadingRefusal('damaged')
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32
}

function refuseSharedBytes(entries: readonly ZipEntry[]): void {
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.dataStart - b.dataStart)) {
    if (entry.dataStart < end) throw new ReadingRefusal('bomb')
    end = entry.dataStart + entry.compressedSize
  }
}

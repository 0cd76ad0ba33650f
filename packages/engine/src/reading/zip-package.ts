import { Inflate } from 'fflate'
import { crc32 } from './crc.ts'
import { ReadingRefusal } from './refusal.ts'
import type { UnreadableReason } from './source-document.ts'
import { zipEntries, type ZipEntry } from './zip-directory.ts'

/** A zip file whose entries are inflated only when asked for. */
export interface ZipPackage {
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[]
  /** The entry of that name; part names do not tell upper from lower case (ECMA-376 part 2, 6.2.2.3). */
  find(name: string): ZipEntry | undefined
  /**
   * The contents of an entry, piece by piece. Throws a `ReadingRefusal`: `bomb` as soon as more comes out than
   * allowed, `encrypted`, or `damaged` when the bytes do not inflate to the declared size and checksum.
   */
  chunks(entry: ZipEntry): Generator<Uint8Array>
  /** The contents of an entry as a whole, refused as `bomb` above 128 MB. */
  read(entry: ZipEntry): Uint8Array
}

const LARGEST_WHOLE = 128 * 2 ** 20
const LARGEST_STREAM = 512 * 2 ** 20
const LARGEST_TOTAL = 768 * 2 ** 20
/** XML of real documents shrinks to a tenth, of the emptiest sheets to a fiftieth; deflate can do 1 : 1032. */
const STEEPEST_RATIO = 200
const RATIO_COUNTS_FROM = 16 * 2 ** 20
/** Bytes given to the inflater at a time: at most 16 MB can come out at once. */
const STEP = 16 * 2 ** 10

/** Opens a zip, or tells why it cannot be opened. Nothing is inflated yet. */
export function openZip(bytes: Uint8Array): ZipPackage | UnreadableReason {
  try {
    return zipPackage(bytes)
  } catch (error) {
    if (error instanceof ReadingRefusal) return error.reason
    throw error
  }
}

/** As `openZip`, for use inside a reader: throws a `ReadingRefusal`. */
export function zipPackage(bytes: Uint8Array): ZipPackage {
  const entries = zipEntries(bytes)
  const byName = new Map<string, ZipEntry>()
  for (const entry of entries) if (!byName.has(entry.name.toLowerCase())) byName.set(entry.name.toLowerCase(), entry)
  let total = 0
  function* chunks(entry: ZipEntry): Generator<Uint8Array> {
    let size = 0
    let crc = 0
    for (const { chunk, consumed } of inflated(entry, bytes)) {
      size += chunk.length
      total += chunk.length
      if (size > LARGEST_STREAM || total > LARGEST_TOTAL) throw new ReadingRefusal('bomb')
      if (size > RATIO_COUNTS_FROM && size > consumed * STEEPEST_RATIO) throw new ReadingRefusal('bomb')
      crc = crc32(chunk, crc)
      yield chunk
    }
    if (size !== entry.size || crc !== entry.crc) throw new ReadingRefusal('damaged')
  }
  function read(entry: ZipEntry): Uint8Array {
    const parts: Uint8Array[] = []
    let size = 0
    for (const chunk of chunks(entry)) {
      size += chunk.length
      if (size > LARGEST_WHOLE) throw new ReadingRefusal('bomb')
      parts.push(chunk)
    }
    const whole = new Uint8Array(size)
    let at = 0
    for (const part of parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }
  return { entries, find: (name) => byName.get(name.toLowerCase()), chunks, read }
}

/** What came out, and from how many bytes that went in so far. */
interface Inflated {
  readonly chunk: Uint8Array
  readonly consumed: number
}

function* inflated(entry: ZipEntry, bytes: Uint8Array): Generator<Inflated> {
  if ((entry.flags & 1) !== 0) throw new ReadingRefusal('encrypted')
  const data = bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize)
  if (entry.method === 0) yield { chunk: data, consumed: data.length }
  else if (entry.method === 8) yield* inflate(data)
  else throw new ReadingRefusal('damaged')
}

function* inflate(data: Uint8Array): Generator<Inflated> {
  let ready: Uint8Array | undefined
  const inflater = new Inflate((chunk) => {
    ready = chunk
  })
  for (let at = 0; at === 0 || at < data.length; at += STEP) {
    try {
      inflater.push(data.subarray(at, at + STEP), at + STEP >= data.length)
    } catch {
      throw new ReadingRefusal('damaged')
    }
    if (ready !== undefined && ready.length > 0) yield { chunk: ready, consumed: at + STEP }
    ready = undefined
  }
}

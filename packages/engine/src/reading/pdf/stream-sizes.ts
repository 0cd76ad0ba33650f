import { Inflate } from 'fflate'
import { ReadingRefusal } from '../refusal.ts'

const LARGEST_STREAM = 128 * 2 ** 20
const LARGEST_TOTAL = 512 * 2 ** 20
/** As of zip files: deflate can do 1 : 1032, what pages are made of does a tenth of it. */
const STEEPEST_RATIO = 200
const RATIO_COUNTS_FROM = 16 * 2 ** 20
const STEP = 16 * 2 ** 10
const IMAGE = /\/Subtype\s*\/Image\b/
const LONGEST_DICTIONARY = 4096

/**
 * Refuses a PDF as `bomb` whose streams would come out too large, before the library unpacks them whole; `text` is its
 * bytes. Pictures are never unpacked: they get a beginning that is none, in place, so that what calls itself one is not
 * either.
 */
export function refuseBombs(bytes: Uint8Array, text: string): void {
  let total = 0
  for (const { index, 0: keyword } of text.matchAll(/(?<![a-z])stream[^\r\n]*(?:\r\n|\n|\r)/g)) {
    const start = index + keyword.length
    if (!isDeflated(bytes, start)) continue
    if (IMAGE.test(dictionaryBefore(text, index))) bytes[start] = 0
    else total += unpackedSize(bytes.subarray(start), LARGEST_TOTAL - total)
  }
}

/** The header zlib writes (RFC 1950, 2.2), which the library asks for. */
function isDeflated(bytes: Uint8Array, at: number): boolean {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2)
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}

function dictionaryBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LONGEST_DICTIONARY), at)
  return before.slice(before.lastIndexOf('obj') + 1)
}

/** A stream being unpacked for its size only, and what it unpacks to, if that is packed again. */
interface Measured {
  readonly inflater: Inflate
  inner: Measured | null
  consumed: number
  size: number
  /** What came out of the last bytes; nothing at the end. */
  ready: Uint8Array
}

function unpackedSize(data: Uint8Array, most: number): number {
  const stream = measured()
  unpack(stream, data.subarray(2), most)
  return stream.size
}

/** Unpacks piece by piece, so that little comes out at once, as long as anything does. */
function unpack(stream: Measured, data: Uint8Array, most: number): void {
  for (let at = 0; at < data.length; at += STEP) if (!unpackPiece(stream, data.subarray(at, at + STEP), most)) return
}

function measured(): Measured {
  const stream: Measured = {
    inflater: new Inflate((chunk) => (stream.ready = chunk)),
    inner: null,
    consumed: 0,
    size: 0,
    ready: new Uint8Array(),
  }
  return stream
}

/** True while more may come; what breaks off has come to its end, as it has for the library. */
function unpackPiece(stream: Measured, piece: Uint8Array, most: number): boolean {
  stream.ready = new Uint8Array()
  try {
    stream.inflater.push(piece)
  } catch {
    return false
  }
  const { ready } = stream
  if (stream.size === 0 && isDeflated(ready, 0)) stream.inner = measured()
  if (stream.inner) unpack(stream.inner, stream.size === 0 ? ready.subarray(2) : ready, most)
  stream.consumed += piece.length
  stream.size += ready.length
  const isSteep = stream.size > RATIO_COUNTS_FROM && stream.size > stream.consumed * STEEPEST_RATIO
  if (isSteep || stream.size > Math.min(LARGEST_STREAM, most)) throw new ReadingRefusal('bomb')
  return ready.length > 0
}

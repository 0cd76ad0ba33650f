import { GRAM, GUARANTEED_RUN } from './fingerprint.ts'
import { createIndex, type FingerprintIndex, freezeRecent } from './fingerprint-index.ts'
import type { FrozenSegment } from './frozen-segment.ts'

/** One file of a stored index. A part never changes under its name, except the one named `INDEX_PART`. */
export interface IndexPart {
  readonly name: string
  /** The bytes, in pieces of at most 16 MB that are views of the index: write each before asking for the next. */
  chunks(): Iterable<Uint8Array>
}

/** A stored index that cannot be used, with one Chinese sentence that says what happened and one what to do. */
export interface DamagedIndex {
  readonly damaged: true
  readonly message: string
  readonly todo: string
}

/** The bytes of a stored part, cut in any way; null if there is no such part. */
export type PartReader = (name: string) => Iterable<Uint8Array> | null

/** The part that names all others; to be written last. */
export const INDEX_PART = 'index.duizhao'

const MAGIC = 0x585a_4444 // "DDZX" in the file
const VERSION = 1
/** What fingerprints mean; stored ones of other parameters cannot be compared. */
const FINGERPRINTS = `winnowing-${GRAM}-${GUARANTEED_RUN}-1`
const CHUNK = 16 * 2 ** 20
const HEADER_WORDS = 4

interface StoredSegment {
  readonly name: string
  readonly first: number
  readonly count: number
  readonly bits: number
  readonly postings: number
  readonly common: number
  readonly checksum: number
}

interface Manifest {
  readonly fingerprints: string
  readonly ids: readonly (string | null)[]
  readonly segments: readonly StoredSegment[]
}

/**
 * The index as parts to store, the one named `INDEX_PART` last. Parts that are stored already under their name need not
 * be written again, and stored ones that are not among these may be deleted. The newest documents are frozen first.
 */
export function saveIndex(index: FingerprintIndex): IndexPart[] {
  freezeRecent(index)
  const stored = index.frozen.map(describe)
  const manifest: Manifest = { fingerprints: FINGERPRINTS, ids: index.ids, segments: stored }
  const text = padded(JSON.stringify(manifest))
  return [
    ...index.frozen.map((segment, at) => ({
      name: stored[at]?.name ?? '',
      chunks: () => pieces(columns(segment)),
    })),
    { name: INDEX_PART, chunks: () => pieces([header(text), text]) },
  ]
}

/** The stored index, or what is wrong with it. An index that was never stored (`INDEX_PART` is missing) is empty. */
export function loadIndex(read: PartReader): FingerprintIndex | DamagedIndex {
  const stored = read(INDEX_PART)
  const index = createIndex()
  if (stored === null) return index
  const manifest = readManifest(stored)
  if (manifest === null) return damaged('比对库的目录文件已损坏，或由别的版本建立。')
  for (const [number, id] of manifest.ids.entries()) {
    index.ids.push(id)
    if (id !== null) index.numbers.set(id, number)
  }
  for (const description of manifest.segments) {
    const part = read(description.name)
    const segment = part && readSegment(description, part)
    if (!segment) return damaged(`比对库的数据文件 ${description.name} 缺失或已损坏。`)
    index.frozen.push(segment)
  }
  index.recentFirst = index.ids.length
  return index
}

/** True if `loadIndex` could not use what is stored. */
export function isDamaged(index: FingerprintIndex | DamagedIndex): index is DamagedIndex {
  return 'damaged' in index
}

function damaged(message: string): DamagedIndex {
  return { damaged: true, message, todo: '请删除比对库目录后用原有材料重新建立；材料本身不受影响。' }
}

function columns(segment: FrozenSegment): Uint32Array[] {
  return [segment.directory, segment.entries, segment.commonHashes, segment.commonCounts]
}

function describe(segment: FrozenSegment): StoredSegment {
  const { first, count, bits } = segment
  const sum = columns(segment).reduce((before, column) => checksum(column, before), 0)
  const name = `segment-${first}-${count}-${sum.toString(16).padStart(8, '0')}`
  const sizes = { postings: segment.entries.length, common: segment.commonHashes.length }
  return { name, first, count, bits, ...sizes, checksum: sum }
}

/** FNV-1a (Fowler, Noll, Vo) over 32-bit words instead of bytes. */
function checksum(words: Uint32Array, before: number): number {
  let sum = before ^ 0x811c_9dc5
  for (const word of words) sum = Math.imul(sum ^ word, 0x0100_0193)
  return sum >>> 0
}

/** UTF-8, filled up with spaces to whole words. */
function padded(text: string): Uint32Array {
  const bytes = new TextEncoder().encode(text)
  const filled = new Uint8Array(Math.ceil(bytes.length / 4) * 4).fill(0x20)
  filled.set(bytes)
  return new Uint32Array(filled.buffer)
}

function header(text: Uint32Array): Uint32Array {
  return Uint32Array.of(MAGIC, VERSION, text.length, checksum(text, 0))
}

function* pieces(columns: readonly Uint32Array[]): Iterable<Uint8Array> {
  for (const { buffer, byteOffset, byteLength } of columns) {
    for (let from = 0; from < byteLength; from += CHUNK) {
      yield new Uint8Array(buffer, byteOffset + from, Math.min(CHUNK, byteLength - from))
    }
  }
}

function readManifest(part: Iterable<Uint8Array>): Manifest | null {
  const fill = filler(part)
  const start = new Uint32Array(HEADER_WORDS)
  if (!fill(start)) return null
  const [magic, version, words = 0, sum] = start
  if (magic !== MAGIC || version !== VERSION || words > CHUNK * 16) return null
  const text = new Uint32Array(words)
  if (!fill(text) || checksum(text, 0) !== sum) return null
  const manifest = JSON.parse(new TextDecoder().decode(new Uint8Array(text.buffer))) as Manifest
  return manifest.fingerprints === FINGERPRINTS ? manifest : null
}

function readSegment(stored: StoredSegment, part: Iterable<Uint8Array>): FrozenSegment | null {
  const segment = {
    first: stored.first,
    count: stored.count,
    bits: stored.bits,
    directory: new Uint32Array(2 ** stored.bits + 1),
    entries: new Uint32Array(stored.postings),
    commonHashes: new Uint32Array(stored.common),
    commonCounts: new Uint32Array(stored.common),
  }
  const fill = filler(part)
  const isWhole = columns(segment).every((column) => fill(column))
  const sum = columns(segment).reduce((before, column) => checksum(column, before), 0)
  return isWhole && sum === stored.checksum ? segment : null
}

/** Fills arrays one after the other from the pieces; false if they end too early. */
function filler(part: Iterable<Uint8Array>): (target: Uint32Array) => boolean {
  const iterator = part[Symbol.iterator]()
  let piece: Uint8Array = new Uint8Array(0)
  return (target) => {
    const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength)
    for (let filled = 0; filled < bytes.length;) {
      if (piece.length === 0) {
        const next = iterator.next()
        if (next.done) return false
        piece = next.value
        continue
      }
      const taken = piece.subarray(0, bytes.length - filled)
      bytes.set(taken, filled)
      filled += taken.length
      piece = piece.subarray(taken.length)
    }
    return true
  }
}

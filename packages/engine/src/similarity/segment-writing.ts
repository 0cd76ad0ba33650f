import { type FrozenSegment, KEPT_POSTINGS } from './frozen-segment.ts'

/** Fingerprints and the documents that have them: the first `length` elements of two parallel arrays. */
export interface Postings {
  readonly hashes: Uint32Array
  readonly documents: Uint32Array
  readonly length: number
}

/** The documents a segment is about: `[first, first + count)`, without those that are `isGone`. */
export interface SegmentRange {
  readonly first: number
  readonly count: number
  /** Null if none are gone. */
  readonly isGone: ((document: number) => boolean) | null
}

/** Buckets hold about so many entries: two cache lines. */
const USUAL_BUCKET = 16
const LEAST_BITS = 8
const MOST_BITS = 28
/** From here on an array is full enough to be kept. */
const FULL = 0.9
/** Longer buckets are sorted by the platform, shorter ones by insertion. */
const LONG_BUCKET = 40

/** A segment of postings in any order: counting sort into the buckets, then each bucket by itself. */
export function freezePostings(postings: Postings, range: SegmentRange): FrozenSegment {
  const growing = startSegment(range, { postings: postings.length, leastBits: LEAST_BITS }, new Map())
  const { bits, directory, entries } = growing
  const shift = 32 - bits
  for (let at = 0; at < postings.length; at++) {
    const bucket = ((postings.hashes[at] ?? 0) >>> shift) + 1
    directory[bucket] = (directory[bucket] ?? 0) + 1
  }
  for (let bucket = 1; bucket < directory.length; bucket++) {
    directory[bucket] = (directory[bucket] ?? 0) + (directory[bucket - 1] ?? 0)
  }
  const free = directory.slice()
  for (let at = 0; at < postings.length; at++) {
    const document = postings.documents[at] ?? 0
    if (range.isGone?.(document)) continue
    const hash = postings.hashes[at] ?? 0
    const place = free[hash >>> shift] ?? 0
    entries[place] = (hash << bits) | (document - range.first)
    free[hash >>> shift] = place + 1
  }
  for (let bucket = 0, from = 0; bucket < directory.length - 1; bucket++) {
    const next = directory[bucket + 1] ?? from
    closeBucket(growing, { bucket, from, to: free[bucket] ?? from })
    from = next
  }
  return finished(growing, range)
}

/** One segment of neighbouring ones: bucket by bucket from all of them at once. */
export function mergeSegments(segments: readonly FrozenSegment[], range: SegmentRange): FrozenSegment {
  const postings = segments.reduce((sum, segment) => sum + segment.entries.length, 0)
  const leastBits = Math.max(...segments.map((segment) => segment.bits))
  const growing = startSegment(range, { postings, leastBits }, beyondKept(segments))
  const sources = segments.map((segment) => ({ segment, at: 0 }))
  for (let bucket = 0; bucket < growing.directory.length - 1; bucket++) {
    const from = growing.kept
    let to = from
    for (const source of sources) to = takeBucket(source, growing, bucket, to)
    closeBucket(growing, { bucket, from, to })
  }
  return finished(growing, range)
}

/** A segment in the making; buckets are closed in ascending order. */
interface GrowingSegment {
  readonly range: SegmentRange
  readonly bits: number
  readonly directory: Uint32Array
  readonly entries: Uint32Array
  /** Entries of closed buckets. */
  kept: number
  /** Fingerprint to documents beyond those its sources kept. */
  readonly excess: ReadonlyMap<number, number>
  readonly commonHashes: number[]
  readonly commonCounts: number[]
}

function startSegment(
  range: SegmentRange,
  { postings, leastBits }: { readonly postings: number; readonly leastBits: number },
  excess: ReadonlyMap<number, number>,
): GrowingSegment {
  const forSize = Math.min(MOST_BITS, Math.ceil(Math.log2(Math.max(1, postings / USUAL_BUCKET))))
  const forDocuments = Math.ceil(Math.log2(Math.max(1, range.count)))
  const bits = Math.max(leastBits, forSize, forDocuments)
  const directory = new Uint32Array(2 ** bits + 1)
  const entries = new Uint32Array(postings)
  return { range, bits, directory, entries, kept: 0, excess, commonHashes: [], commonCounts: [] }
}

function beyondKept(segments: readonly FrozenSegment[]): Map<number, number> {
  const excess = new Map<number, number>()
  for (const { commonHashes, commonCounts } of segments) {
    commonHashes.forEach((hash, at) => {
      excess.set(hash, (excess.get(hash) ?? 0) + (commonCounts[at] ?? 0) - KEPT_POSTINGS)
    })
  }
  return excess
}

interface Source {
  readonly segment: FrozenSegment
  at: number
}

/**
 * Appends the source's entries of a bucket at `to`, in the form of the larger segment; returns the new end. A source has
 * at most as many bits as it, so that one bucket of the source is several of the larger segment's, in order.
 */
function takeBucket(source: Source, growing: GrowingSegment, bucket: number, to: number): number {
  const { bits: oldBits, directory, entries, first } = source.segment
  const { bits, range } = growing
  const finer = bits - oldBits
  const end = directory[(bucket >>> finer) + 1] ?? 0
  const part = bucket & (2 ** finer - 1)
  const shift = first - range.first
  let place = to
  for (; source.at < end; source.at++) {
    const entry = entries[source.at] ?? 0
    const lower = entry >>> oldBits
    if (lower >>> (32 - bits) !== part) break
    const document = ((entry << (32 - oldBits)) >>> (32 - oldBits)) + shift
    if (range.isGone?.(document + range.first)) continue
    growing.entries[place] = (lower << bits) | document
    place += 1
  }
  return place
}

/** Sorts the entries of a bucket and moves them up to the closed ones, without repeated ones and those beyond the kept. */
function closeBucket(growing: GrowingSegment, unsorted: { bucket: number; from: number; to: number }): void {
  const { bits, directory, entries, excess, commonHashes, commonCounts } = growing
  const { bucket, from, to } = unsorted
  sortEntries(entries, from, to)
  let kept = growing.kept
  for (let at = from; at < to;) {
    const lower = (entries[at] ?? 0) >>> bits
    const start = kept
    let distinct = 0
    let previous = -1
    for (; at < to && (entries[at] ?? 0) >>> bits === lower; at++) {
      const entry = entries[at] ?? 0
      if (entry === previous) continue
      if (distinct < KEPT_POSTINGS) entries[kept++] = entry
      distinct += 1
      previous = entry
    }
    if (kept - start < KEPT_POSTINGS) continue
    const hash = ((bucket << (32 - bits)) | lower) >>> 0
    commonHashes.push(hash)
    commonCounts.push(distinct + (excess.get(hash) ?? 0))
  }
  growing.kept = kept
  directory[bucket + 1] = kept
}

function sortEntries(entries: Uint32Array, from: number, to: number): void {
  if (to - from > LONG_BUCKET) {
    entries.subarray(from, to).sort()
    return
  }
  for (let at = from + 1; at < to; at++) {
    const entry = entries[at] ?? 0
    let place = at
    while (place > from && (entries[place - 1] ?? 0) > entry) {
      entries[place] = entries[place - 1] ?? 0
      place -= 1
    }
    entries[place] = entry
  }
}

function finished(growing: GrowingSegment, { first, count }: SegmentRange): FrozenSegment {
  const { bits, directory, entries, kept, commonHashes, commonCounts } = growing
  return {
    first,
    count,
    bits,
    directory,
    // A copy takes as long as the merging; a little unused room at the end is cheaper.
    entries: kept < entries.length * FULL ? entries.slice(0, kept) : entries.subarray(0, kept),
    commonHashes: Uint32Array.from(commonHashes),
    commonCounts: Uint32Array.from(commonCounts),
  }
}

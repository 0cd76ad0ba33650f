import { emptyBlock, KEPT_POSTINGS, type PostingBlock, type PostingSource } from './postings.ts'

/**
 * An unchangeable part of an index, four bytes per posting. The upper `bits` of a fingerprint choose a bucket; an entry
 * of the bucket holds the lower 32 − `bits` of the fingerprint above the document's number relative to `first`. So the
 * entries of one fingerprint lie side by side, and sorting the numbers sorts them by fingerprint and document.
 */
export interface FrozenSegment {
  /** Documents are numbered `first` … `first + count - 1`. */
  readonly first: number
  readonly count: number
  readonly bits: number
  /** Where each bucket begins in `entries`; one more than there are buckets. */
  readonly directory: Uint32Array
  readonly entries: Uint32Array
  /** Fingerprints of as many documents as are kept or more, ascending, and how many documents have them in all. */
  readonly commonHashes: Uint32Array
  readonly commonCounts: Uint32Array
}

/** Buckets hold about so many entries: two cache lines. */
const USUAL_BUCKET = 16
const LEAST_BITS = 8
const MOST_BITS = 28
/** Longer buckets are sorted by the platform, shorter ones by insertion. */
const LONG_BUCKET = 40

/** Makes one segment of several sources whose documents lie in `[first, first + count)`; documents `isGone` are left out. */
export function packSegment(
  sources: readonly PostingSource[],
  range: { readonly first: number; readonly count: number },
  isGone: (document: number) => boolean,
): FrozenSegment {
  const expected = sources.reduce((sum, source) => sum + source.postings, 0)
  const bits = bucketBits(expected, range.count)
  const directory = countBuckets(sources, bits, isGone)
  const entries = new Uint32Array(directory[directory.length - 1] ?? 0)
  scatterEntries({ sources, bits, first: range.first, isGone }, directory, entries)
  const excess = mergedExcess(sources)
  const common = sortAndCap({ bits, directory, entries, excess })
  const kept = directory[directory.length - 1] ?? 0
  return {
    ...range,
    bits,
    directory,
    entries: kept < entries.length ? entries.slice(0, kept) : entries,
    ...common,
  }
}

function bucketBits(postings: number, documents: number): number {
  const forSize = Math.ceil(Math.log2(Math.max(1, postings / USUAL_BUCKET)))
  const forDocuments = Math.ceil(Math.log2(Math.max(1, documents)))
  return Math.min(MOST_BITS, Math.max(LEAST_BITS, forSize, forDocuments))
}

function countBuckets(
  sources: readonly PostingSource[],
  bits: number,
  isGone: (document: number) => boolean,
): Uint32Array<ArrayBuffer> {
  const directory = new Uint32Array(2 ** bits + 1)
  const shift = 32 - bits
  for (const source of sources) {
    for (const { hashes, documents, length } of source.blocks()) {
      for (let at = 0; at < length; at++) {
        if (isGone(documents[at] ?? 0)) continue
        const bucket = ((hashes[at] ?? 0) >>> shift) + 1
        directory[bucket] = (directory[bucket] ?? 0) + 1
      }
    }
  }
  for (let bucket = 1; bucket < directory.length; bucket++) {
    directory[bucket] = (directory[bucket] ?? 0) + (directory[bucket - 1] ?? 0)
  }
  return directory
}

interface Scattering {
  readonly sources: readonly PostingSource[]
  readonly bits: number
  readonly first: number
  readonly isGone: (document: number) => boolean
}

function scatterEntries(scattering: Scattering, directory: Uint32Array, entries: Uint32Array): void {
  const { sources, bits, first, isGone } = scattering
  const free = directory.slice(0, -1)
  const shift = 32 - bits
  for (const source of sources) {
    for (const { hashes, documents, length } of source.blocks()) {
      for (let at = 0; at < length; at++) {
        const document = documents[at] ?? 0
        if (isGone(document)) continue
        const hash = hashes[at] ?? 0
        const bucket = hash >>> shift
        const place = free[bucket] ?? 0
        entries[place] = (hash << bits) | (document - first)
        free[bucket] = place + 1
      }
    }
  }
}

function mergedExcess(sources: readonly PostingSource[]): Map<number, number> {
  const excess = new Map<number, number>()
  for (const source of sources) {
    for (const [hash, beyond] of source.excess()) excess.set(hash, (excess.get(hash) ?? 0) + beyond)
  }
  return excess
}

interface Unsorted {
  readonly bits: number
  readonly directory: Uint32Array
  readonly entries: Uint32Array
  readonly excess: ReadonlyMap<number, number>
}

/** Sorts every bucket and closes the gaps left by repeated postings and those beyond the kept ones. */
function sortAndCap(unsorted: Unsorted): Pick<FrozenSegment, 'commonHashes' | 'commonCounts'> {
  const { bits, directory, entries, excess } = unsorted
  const commonHashes: number[] = []
  const commonCounts: number[] = []
  let kept = 0
  let from = 0
  for (let bucket = 0; bucket < directory.length - 1; bucket++) {
    const to = directory[bucket + 1] ?? from
    sortEntries(entries, from, to)
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
    directory[bucket + 1] = kept
    from = to
  }
  return { commonHashes: Uint32Array.from(commonHashes), commonCounts: Uint32Array.from(commonCounts) }
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

/** Appends the kept documents of a fingerprint to `found` and returns how many documents have it in all. */
export function findInSegment(segment: FrozenSegment, hash: number, found: number[]): number {
  const { bits, directory, entries, first } = segment
  const bucket = hash >>> (32 - bits)
  const lower = (hash << bits) >>> bits
  const to = directory[bucket + 1] ?? 0
  let at = firstAtLeast(entries, directory[bucket] ?? 0, to, (hash << bits) >>> 0)
  const before = found.length
  for (; at < to; at++) {
    const entry = entries[at] ?? 0
    if (entry >>> bits !== lower) break
    found.push(first + (((entry << (32 - bits)) >>> (32 - bits)) >>> 0))
  }
  const kept = found.length - before
  return kept === KEPT_POSTINGS ? commonCount(segment, hash) : kept
}

function commonCount(segment: FrozenSegment, hash: number): number {
  const { commonHashes, commonCounts } = segment
  const at = firstAtLeast(commonHashes, 0, commonHashes.length, hash)
  return commonHashes[at] === hash ? (commonCounts[at] ?? KEPT_POSTINGS) : KEPT_POSTINGS
}

function firstAtLeast(sorted: Uint32Array, from: number, to: number, value: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** A frozen segment as the source of a larger one. */
export function segmentSource(segment: FrozenSegment): PostingSource {
  const { bits, directory, entries, first, commonHashes, commonCounts } = segment
  return {
    postings: entries.length,
    *blocks() {
      const block: PostingBlock = emptyBlock()
      let bucket = 0
      const upper = 32 - bits
      for (let at = 0; at < entries.length; at++) {
        while ((directory[bucket + 1] ?? entries.length) <= at) bucket += 1
        if (block.length === block.hashes.length) {
          yield block
          block.length = 0
        }
        const entry = entries[at] ?? 0
        block.hashes[block.length] = (bucket << upper) | (entry >>> bits)
        block.documents[block.length] = first + ((entry << upper) >>> upper)
        block.length += 1
      }
      yield block
    },
    *excess() {
      for (let at = 0; at < commonHashes.length; at++) {
        yield [commonHashes[at] ?? 0, (commonCounts[at] ?? 0) - KEPT_POSTINGS]
      }
    },
  }
}

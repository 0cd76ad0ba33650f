/**
 * So many documents are kept for one fingerprint and segment; of the rest only the number is known. A fingerprint of
 * more documents than that says little about any one of them.
 */
export const KEPT_POSTINGS = 50

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

/**
 * So many documents are kept for one fingerprint and segment; of the rest only the number is known. A fingerprint of
 * more documents than that says little about any one of them.
 */
export const KEPT_POSTINGS = 50

/** A run of (fingerprint, document) pairs: the first `length` elements of two parallel arrays. */
export interface PostingBlock {
  readonly hashes: Uint32Array
  readonly documents: Uint32Array
  length: number
}

/** What a segment is made from. The blocks of `blocks()` share their memory: use each before asking for the next. */
export interface PostingSource {
  readonly postings: number
  blocks(): Iterable<PostingBlock>
  /** For fingerprints with more documents than are kept: how many there are beyond the kept ones. */
  excess(): Iterable<readonly [hash: number, beyond: number]>
}

export function emptyBlock(): PostingBlock {
  return { hashes: new Uint32Array(65_536), documents: new Uint32Array(65_536), length: 0 }
}

import { type Fingerprints, GUARANTEED_RUN } from './fingerprint.ts'
import { findInSegment, type FrozenSegment } from './frozen-segment.ts'
import { createRecentSegment, type RecentSegment } from './recent-segment.ts'
import { freezePostings, mergeSegments, type SegmentRange } from './segment-writing.ts'

/**
 * Which documents have which fingerprints: a small changeable segment for the newest documents beside large
 * unchangeable ones, as in a log-structured merge tree (O'Neil and others, The log-structured merge-tree, 1996). It keeps
 * ids and fingerprints, no texts: about 2.5 KB for a document of 5,000 characters.
 */
export interface FingerprintIndex {
  /** Ids by document number; null for a document that was removed or replaced. */
  readonly ids: (string | null)[]
  readonly numbers: Map<string, number>
  /** In order of document numbers, without gaps up to `recentFirst`. */
  frozen: FrozenSegment[]
  recent: RecentSegment
  recentFirst: number
  readonly tally: Tally
}

/**
 * Working memory of queries: two neighbouring numbers per document, all zero between queries. They share their bytes, so
 * that a hit costs one cache line.
 */
interface Tally {
  /** [score, –] */
  scores: Float32Array
  /** [–, four times where in the text asked about the latest hit was, plus one; plus the hits in a row before it] */
  latest: Uint32Array
}

/** A document of the index that shares fingerprints with the one asked about. */
export interface Candidate {
  readonly id: string
  /**
   * Roughly the number of fingerprints in shared passages: one that follows closely on two others counts 1, the second
   * of a row and lone ones next to nothing. Those of more documents than `publicFrom` count less.
   */
  readonly score: number
}

export interface IndexAnswer {
  /** Best first; equal ones in the order in which they were inserted. */
  readonly candidates: readonly Candidate[]
  /** In how many documents of the index each fingerprint occurs, parallel to the fingerprints asked about. */
  readonly frequencies: Uint32Array
}

const RECENT_DOCUMENTS = 4_096
/** So many neighbouring segments of one size become a larger one. */
const MERGED_AT_ONCE = 8
const PUBLIC_AT_LEAST = 8
/** In a shared passage the next fingerprint is at most so far away. */
const CLOSE = GUARANTEED_RUN
/**
 * What the first, the second and each further shared fingerprint of a row counts. Texts on one subject share lone grams
 * all over and now and then two in a row; a passage of sixty characters has at least three.
 */
const WORTH = [0.01, 0.25, 1]
/** A public fingerprint still counts so much, so that texts many copied word for word find each other. */
const LEAST_WEIGHT = 0.1

/** An empty index. */
export function createIndex(): FingerprintIndex {
  return {
    ids: [],
    numbers: new Map(),
    frozen: [],
    recent: createRecentSegment(),
    recentFirst: 0,
    tally: { scores: new Float32Array(0), latest: new Uint32Array(0) },
  }
}

/** Number of documents in the index. */
export function indexSize(index: FingerprintIndex): number {
  return index.numbers.size
}

/**
 * A fingerprint of so many documents is public: the square root of their number, at least 8. A phrase that a hundred
 * of ten thousand authors wrote is common speech; four copies among ten documents are not.
 */
export function publicFrom(documents: number): number {
  return Math.max(PUBLIC_AT_LEAST, Math.ceil(Math.sqrt(documents)))
}

/** Adds a document; one with the same id is replaced. */
export function insertFingerprints(index: FingerprintIndex, id: string, fingerprints: Fingerprints): void {
  removeFingerprints(index, id)
  const number = index.ids.length
  index.ids.push(id)
  index.numbers.set(id, number)
  index.recent.insert(number, fingerprints.hashes)
  if (number + 1 - index.recentFirst >= RECENT_DOCUMENTS) freezeRecent(index)
}

/** Takes a document out. Its postings stay until segments are merged, but it is no longer found. */
export function removeFingerprints(index: FingerprintIndex, id: string): void {
  const number = index.numbers.get(id)
  if (number === undefined) return
  index.ids[number] = null
  index.numbers.delete(id)
}

/** Moves the newest documents into an unchangeable segment and merges segments where enough have gathered. */
export function freezeRecent(index: FingerprintIndex): void {
  const count = index.ids.length - index.recentFirst
  if (count === 0) return
  const { postings } = index.recent
  index.frozen.push(freezePostings(postings, rangeOf(index, index.recentFirst)))
  index.recent = createRecentSegment(count === RECENT_DOCUMENTS ? postings.length : undefined)
  index.recentFirst = index.ids.length
  for (let from = mergeableFrom(index.frozen); from >= 0; from = mergeableFrom(index.frozen)) mergeFrom(index, from)
}

/** Merges everything into one segment, which answers fastest; takes the memory of the index once more while it runs. */
export function compactIndex(index: FingerprintIndex): void {
  freezeRecent(index)
  if (index.frozen.length > 1) mergeFrom(index, 0)
}

/** Where the last `MERGED_AT_ONCE` segments of one size class begin, or -1. */
function mergeableFrom(segments: readonly FrozenSegment[]): number {
  const from = segments.length - MERGED_AT_ONCE
  const classes = segments.slice(Math.max(0, from)).map((segment) => sizeClass(segment.count))
  const largest = Math.max(...classes.slice(1))
  return from >= 0 && (classes[0] ?? 0) <= largest ? from : -1
}

function sizeClass(documents: number): number {
  return Math.floor(Math.log(documents) / Math.log(MERGED_AT_ONCE))
}

function mergeFrom(index: FingerprintIndex, from: number): void {
  const segments = index.frozen.slice(from)
  const merged = mergeSegments(segments, rangeOf(index, segments[0]?.first ?? 0))
  index.frozen = [...index.frozen.slice(0, from), merged]
}

/** All documents from the given number on; called when none is recent, or all of these are. */
function rangeOf({ ids, numbers }: FingerprintIndex, first: number): SegmentRange {
  const isGone = ids.length === numbers.size ? null : (number: number) => ids[number] === null
  return { first, count: ids.length - first, isGone }
}

/** Which documents share fingerprints, and how frequent each fingerprint is. At most `most` candidates. */
export function queryIndex(index: FingerprintIndex, fingerprints: Fingerprints, most: number): IndexAnswer {
  const { hashes, positions } = fingerprints
  const tally = roomFor(index)
  const common = publicFrom(indexSize(index))
  const frequencies = new Uint32Array(hashes.length)
  const known = new Map<number, number>()
  const touched: number[] = []
  const found: number[] = []
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at] ?? 0
    const repeated = known.get(hash)
    frequencies[at] = repeated ?? 0
    if (repeated !== undefined) continue
    found.length = 0
    const frequency = findEverywhere(index, hash, found)
    known.set(hash, frequency)
    frequencies[at] = frequency
    const weight = frequency > common ? Math.max(LEAST_WEIGHT, common / frequency) : 1
    const place = (positions[at] ?? 0) + 1
    for (const number of found) {
      if (tally.latest[2 * number + 1] === 0) touched.push(number)
      count(tally, number, place, weight)
    }
  }
  const candidates = best(index, touched, leastScore(known.size), most)
  for (const number of touched) tally.latest[2 * number] = tally.latest[2 * number + 1] = 0
  return { candidates, frequencies }
}

function count({ scores, latest }: Tally, number: number, place: number, weight: number): void {
  const before = latest[2 * number + 1] ?? 0
  const isClose = before > 0 && place - (before >>> 2) <= CLOSE
  const rank = isClose ? Math.min(WORTH.length - 1, (before & 3) + 1) : 0
  scores[2 * number] = (scores[2 * number] ?? 0) + weight * (WORTH[rank] ?? 1)
  latest[2 * number + 1] = 4 * place + rank
}

function roomFor({ tally, ids }: FingerprintIndex): Tally {
  if (tally.scores.length < 2 * ids.length) {
    tally.scores = new Float32Array(2 * Math.ceil(ids.length * 1.5))
    tally.latest = new Uint32Array(tally.scores.buffer)
  }
  return tally
}

function findEverywhere(index: FingerprintIndex, hash: number, found: number[]): number {
  let frequency = 0
  for (const segment of index.frozen) frequency += findInSegment(segment, hash, found)
  return frequency + index.recent.find(hash, found)
}

/** One row of three, or five of two; a short text may have no more than one fingerprint. */
function leastScore(fingerprints: number): number {
  return fingerprints < 16 ? 0 : 1.2
}

function best(index: FingerprintIndex, touched: readonly number[], least: number, most: number): Candidate[] {
  const { ids, tally } = index
  const scoreOf = (number: number): number => tally.scores[2 * number] ?? 0
  const good = touched.filter((number) => scoreOf(number) >= least && ids[number] !== null)
  good.sort((a, b) => scoreOf(b) - scoreOf(a) || a - b)
  return good.slice(0, most).map((number) => ({ id: ids[number] ?? '', score: scoreOf(number) }))
}

import {
  type Candidate,
  createIndex,
  type FingerprintIndex,
  indexSize,
  insertFingerprints,
  queryIndex,
} from './fingerprint-index.ts'
import {
  type ComparableDocument,
  maskFrequent,
  MOST_FORMULAS,
  prepare,
  type PreparedDocument,
} from './prepared-document.ts'
import { gramTable } from './shared-runs.ts'
import { comparePair, type SharedPassage, type SimilarPair, type Threshold, USUAL_THRESHOLD } from './similar-pair.ts'

export interface CompareOptions extends Partial<Threshold> {
  /** Each document is compared with so many others, those with most fingerprints in common; 50 if not given. */
  readonly candidates?: number
}

const USUAL_CANDIDATES = 50

/**
 * Who copied from whom among these documents: the pairs that reach the threshold, most similar first; in each pair `a`
 * stands before `b` in the given order. What many of the documents say is discounted. Time and memory grow with the
 * number of characters, not with the number of pairs: each document meets at most `candidates` others.
 */
export function compare(documents: readonly ComparableDocument[], options: CompareOptions = {}): SimilarPair[] {
  const prepared = documents.map(prepare)
  const index = createIndex()
  // Positions, not ids, so that two documents with one id are still two.
  prepared.forEach((one, position) => insertFingerprints(index, String(position), one.fingerprints()))
  const partners = findPartners(prepared, index, options.candidates ?? USUAL_CANDIDATES)
  const threshold = { ...USUAL_THRESHOLD, ...options }
  const pairs: SimilarPair[] = []
  prepared.forEach((b, position) => {
    const earlier = [...(partners[position] ?? [])].sort((one, other) => one - other)
    if (earlier.length === 0) return
    const table = gramTable(b.codes)
    for (const partner of earlier) {
      const a = prepared[partner]
      const pair = a && comparePair(a, b, threshold, table)
      if (pair) pairs.push(pair)
    }
  })
  return pairs.sort(mostSimilarFirst)
}

/** For each document the positions of the earlier ones it is to be compared with; masks what is frequent on the way. */
function findPartners(prepared: readonly PreparedDocument[], index: FingerprintIndex, most: number): Set<number>[] {
  const partners = prepared.map(() => new Set<number>())
  prepared.forEach((one, position) => {
    // One more, since a document is its own best candidate.
    const { candidates, frequencies } = queryIndex(index, one.fingerprints(), most + 1)
    maskFrequent(one, frequencies, prepared.length)
    const others = candidates.map((candidate) => Number(candidate.id)).filter((other) => other !== position)
    for (const other of others.slice(0, most)) partners[Math.max(other, position)]?.add(Math.min(other, position))
  })
  return partners
}

/** The texts behind an index: the document inserted under an id, or null if it is no longer to be had. */
export type DocumentLookup = (id: string) => ComparableDocument | null

/** Adds a document to an index (replacing one with the same id), so that later ones are compared with it. */
export function addToIndex(index: FingerprintIndex, document: ComparableDocument): void {
  insertFingerprints(index, document.id, prepare(document).fingerprints())
}

/**
 * The documents of an index that share enough with this one to be worth a closer look, best first, the document itself
 * left out. Needs no texts; `compareWithIndex` looks closer.
 */
export function findCandidates(
  document: ComparableDocument,
  index: FingerprintIndex,
  most = USUAL_CANDIDATES,
): Candidate[] {
  const { candidates } = queryIndex(index, prepare(document).fingerprints(), most + 1)
  return candidates.filter((candidate) => candidate.id !== document.id).slice(0, most)
}

/**
 * What a new document shares with those of an index; in each pair `a` is the new one. The index holds fingerprints
 * only: `textOf` is asked for the texts of the few candidates. The document itself is not added.
 */
export function compareWithIndex(
  document: ComparableDocument,
  index: FingerprintIndex,
  textOf: DocumentLookup,
  options: CompareOptions = {},
): SimilarPair[] {
  const threshold = { ...USUAL_THRESHOLD, ...options }
  const most = options.candidates ?? USUAL_CANDIDATES
  const a = prepare(document)
  const { candidates, frequencies } = queryIndex(index, a.fingerprints(), most + 1)
  maskFrequent(a, frequencies, indexSize(index))
  const others = candidates.filter((candidate) => candidate.id !== document.id).slice(0, most)
  const table = gramTable(a.codes)
  const pairs = others.flatMap(({ id }) => {
    const earlier = textOf(id)
    if (earlier === null) return []
    const b = prepare({ ...earlier, id })
    // What is frequent in b is looked up for likely pairs only; discounting it raises a share by half at the most.
    if (!comparePair(b, a, { ...threshold, share: threshold.share * (1 - MOST_FORMULAS) }, table)) return []
    maskFrequent(b, queryIndex(index, b.fingerprints(), 0).frequencies, indexSize(index))
    const pair = comparePair(b, a, threshold, table)
    return pair ? [exchanged(pair)] : []
  })
  return pairs.sort(mostSimilarFirst)
}

/** The same pair seen from the other side. */
function exchanged({ a, b, shareOfA, shareOfB, passages, publicPassages, own }: SimilarPair): SimilarPair {
  const turned = (list: readonly SharedPassage[]): SharedPassage[] =>
    list
      .map((passage) => ({ a: passage.b, b: passage.a }))
      .sort((one, other) => one.a.start - other.a.start || one.b.start - other.b.start)
  return {
    a: b,
    b: a,
    shareOfA: shareOfB,
    shareOfB: shareOfA,
    passages: turned(passages),
    publicPassages: turned(publicPassages),
    own,
  }
}

function mostSimilarFirst(one: SimilarPair, other: SimilarPair): number {
  const difference = Math.max(other.shareOfA, other.shareOfB) - Math.max(one.shareOfA, one.shareOfB)
  return difference || compareIds(one.a, other.a) || compareIds(one.b, other.b)
}

function compareIds(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

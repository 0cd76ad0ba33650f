import { emptyBlock, KEPT_POSTINGS, type PostingBlock, type PostingSource } from './postings.ts'

const NONE = -1

/**
 * The newest documents of an index: a hash table from fingerprint to a list of documents that takes one document at
 * a time. Open addressing; the fingerprints are scattered already, so their upper bits are the slot.
 */
export interface RecentSegment extends PostingSource {
  /** Adds the fingerprints of one document; values that occur in it several times count once. */
  insert(document: number, hashes: Uint32Array): void
  /** Appends the kept documents of a fingerprint to `found` and returns how many documents have it in all. */
  find(hash: number, found: number[]): number
}

/** An empty segment. */
export function createRecentSegment(): RecentSegment {
  let table = createTable(12)
  let postings = 0
  let documents = new Uint32Array(4_096)
  let next = new Int32Array(4_096)

  function post(slot: number, document: number): void {
    if (postings === documents.length) {
      documents = doubled(documents)
      next = doubled(next)
    }
    documents[postings] = document
    next[postings] = table.heads[slot] ?? NONE
    table.heads[slot] = postings
    postings += 1
  }

  return {
    get postings() {
      return postings
    },
    insert(document, hashes) {
      if ((table.used + hashes.length) * 2 > table.counts.length) table = enlarged(table, table.used + hashes.length)
      for (const hash of hashes) {
        const slot = slotOf(table, hash)
        const count = table.counts[slot] ?? 0
        if (count > 0 && table.latest[slot] === document) continue
        if (count === 0) occupy(table, slot, hash)
        table.counts[slot] = count + 1
        table.latest[slot] = document
        if (count < KEPT_POSTINGS) post(slot, document)
      }
    },
    find(hash, found) {
      const slot = slotOf(table, hash)
      const count = table.counts[slot] ?? 0
      if (count === 0) return 0
      for (let at = table.heads[slot] ?? NONE; at !== NONE; at = next[at] ?? NONE) found.push(documents[at] ?? 0)
      return count
    },
    *blocks() {
      let block: PostingBlock = emptyBlock()
      for (let slot = 0; slot < table.counts.length; slot++) {
        if (table.counts[slot] === 0) continue
        if (block.length + KEPT_POSTINGS > block.hashes.length) {
          yield block
          block.length = 0
        }
        for (let at = table.heads[slot] ?? NONE; at !== NONE; at = next[at] ?? NONE) {
          block.hashes[block.length] = table.hashes[slot] ?? 0
          block.documents[block.length] = documents[at] ?? 0
          block.length += 1
        }
      }
      yield block
    },
    *excess() {
      for (let slot = 0; slot < table.counts.length; slot++) {
        const count = table.counts[slot] ?? 0
        if (count > KEPT_POSTINGS) yield [table.hashes[slot] ?? 0, count - KEPT_POSTINGS]
      }
    },
  }
}

/** Parallel columns, one row per slot; a slot with count 0 is free. */
interface SlotTable {
  readonly bits: number
  used: number
  readonly hashes: Uint32Array
  /** Documents that have the fingerprint. */
  readonly counts: Uint32Array
  /** The newest kept posting. */
  readonly heads: Int32Array
  /** The document that had it last. */
  readonly latest: Uint32Array
}

function createTable(bits: number): SlotTable {
  const size = 2 ** bits
  return {
    bits,
    used: 0,
    hashes: new Uint32Array(size),
    counts: new Uint32Array(size),
    heads: new Int32Array(size),
    latest: new Uint32Array(size),
  }
}

function slotOf(table: SlotTable, hash: number): number {
  const last = table.counts.length - 1
  let slot = hash >>> (32 - table.bits)
  while (table.counts[slot] !== 0 && table.hashes[slot] !== hash) slot = (slot + 1) & last
  return slot
}

function occupy(table: SlotTable, slot: number, hash: number): void {
  table.hashes[slot] = hash
  table.heads[slot] = NONE
  table.used += 1
}

function enlarged(old: SlotTable, needed: number): SlotTable {
  const table = createTable(Math.max(old.bits + 1, Math.ceil(Math.log2(needed * 2)) + 1))
  for (let at = 0; at < old.counts.length; at++) {
    const count = old.counts[at] ?? 0
    if (count === 0) continue
    const slot = slotOf(table, old.hashes[at] ?? 0)
    occupy(table, slot, old.hashes[at] ?? 0)
    table.counts[slot] = count
    table.heads[slot] = old.heads[at] ?? NONE
    table.latest[slot] = old.latest[at] ?? 0
  }
  return table
}

function doubled<T extends Uint32Array | Int32Array>(old: T): T {
  const larger = old instanceof Uint32Array ? new Uint32Array(old.length * 2) : new Int32Array(old.length * 2)
  larger.set(old)
  return larger as T
}

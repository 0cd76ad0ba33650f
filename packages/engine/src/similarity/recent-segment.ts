import { KEPT_POSTINGS } from './frozen-segment.ts'
import type { Postings } from './segment-writing.ts'

/**
 * The newest documents of an index. Inserting appends to a log; the hash table that answers questions is brought up to
 * date when one is asked, so that building a large index does not pay for it.
 */
export interface RecentSegment {
  /** Everything inserted, in that order. */
  readonly postings: Postings
  insert(document: number, hashes: Uint32Array): void
  /** Appends the kept documents of a fingerprint to `found` and returns how many documents have it in all. */
  find(hash: number, found: number[]): number
}

interface Log {
  hashes: Uint32Array
  documents: Uint32Array
  length: number
}

// A slot is four neighbouring numbers, so that looking at one costs one cache line. COUNT 0 is a free slot. Most
// fingerprints have one document, which is LATEST; only from the second on there is a LIST of the kept ones.
const HASH = 0
const COUNT = 1
const LATEST = 2
const LIST = 3
const SLOT = 4

/** Open addressing; the fingerprints are scattered already, so their upper bits are the slot. */
interface SlotTable {
  readonly bits: number
  used: number
  readonly cells: Uint32Array
  readonly lists: Lists
}

/** Linked lists of documents in one array: [document, next, document, next …]; position 0 is the end of every list. */
interface Lists {
  cells: Uint32Array
  end: number
}

/** An empty segment with room for so many postings; it grows. */
export function createRecentSegment(room = 1_024): RecentSegment {
  const log: Log = { hashes: new Uint32Array(room), documents: new Uint32Array(room), length: 0 }
  let table = createTable(8, { cells: new Uint32Array(256), end: 2 })
  let tabled = 0
  return {
    postings: log,
    insert(document, hashes) {
      append(log, document, hashes)
    },
    find(hash, found) {
      if (tabled < log.length) table = withNewest(table, log, tabled)
      tabled = log.length
      const at = slotOf(table, hash)
      pushDocuments(table, at, found)
      return table.cells[at + COUNT] ?? 0
    },
  }
}

function append(log: Log, document: number, hashes: Uint32Array): void {
  const length = log.length + hashes.length
  if (length > log.hashes.length) {
    const larger = Math.max(length, log.hashes.length * 2)
    log.hashes = copied(log.hashes, larger)
    log.documents = copied(log.documents, larger)
  }
  log.hashes.set(hashes, log.length)
  log.documents.fill(document, log.length, length)
  log.length = length
}

function copied(old: Uint32Array, length: number): Uint32Array {
  const larger = new Uint32Array(length)
  larger.set(old)
  return larger
}

function createTable(bits: number, lists: Lists): SlotTable {
  return { bits, used: 0, cells: new Uint32Array(SLOT * 2 ** bits), lists }
}

function withNewest(table: SlotTable, log: Log, from: number): SlotTable {
  const most = table.used + log.length - from
  const current = most * 1.5 > 2 ** table.bits ? enlarged(table, most) : table
  for (let at = from; at < log.length; at++) post(current, log.hashes[at] ?? 0, log.documents[at] ?? 0)
  return current
}

/** Index of the fingerprint's slot, or of the free one it would take. */
function slotOf(table: SlotTable, hash: number): number {
  const { cells, bits } = table
  const last = cells.length - 1
  let at = (hash >>> (32 - bits)) * SLOT
  while (cells[at + COUNT] !== 0 && cells[at + HASH] !== hash) at = (at + SLOT) & last
  return at
}

/** Documents come in ascending order, so that a value repeated in one is seen by its being the latest. */
function post(table: SlotTable, hash: number, document: number): void {
  const { cells, lists } = table
  const at = slotOf(table, hash)
  const count = cells[at + COUNT] ?? 0
  const latest = cells[at + LATEST] ?? 0
  if (count > 0 && latest === document) return
  cells[at + COUNT] = count + 1
  cells[at + LATEST] = document
  if (count === 0) {
    cells[at + HASH] = hash
    table.used += 1
  }
  if (count === 1) cells[at + LIST] = linked(lists, latest, 0)
  if (count >= 1 && count < KEPT_POSTINGS) cells[at + LIST] = linked(lists, document, cells[at + LIST] ?? 0)
}

function linked(lists: Lists, document: number, next: number): number {
  if (lists.end === lists.cells.length) lists.cells = copied(lists.cells, lists.cells.length * 2)
  const at = lists.end
  lists.cells[at] = document
  lists.cells[at + 1] = next
  lists.end += 2
  return at
}

function pushDocuments({ cells, lists }: SlotTable, at: number, found: number[]): void {
  const count = cells[at + COUNT] ?? 0
  if (count === 1) found.push(cells[at + LATEST] ?? 0)
  if (count < 2) return
  for (let link = cells[at + LIST] ?? 0; link !== 0; link = lists.cells[link + 1] ?? 0) {
    found.push(lists.cells[link] ?? 0)
  }
}

function enlarged(old: SlotTable, needed: number): SlotTable {
  const table = createTable(Math.max(old.bits + 1, Math.ceil(Math.log2(needed * 1.5))), old.lists)
  for (let from = 0; from < old.cells.length; from += SLOT) {
    if (old.cells[from + COUNT] === 0) continue
    const at = slotOf(table, old.cells[from + HASH] ?? 0)
    for (let cell = 0; cell < SLOT; cell++) table.cells[at + cell] = old.cells[from + cell] ?? 0
    table.used += 1
  }
  return table
}

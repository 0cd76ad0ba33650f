/** A run of characters that two texts share exactly: `a[from, from + length)` equals `b[to, to + length)`. */
export interface SharedRun {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Where the grams of a text stand. */
export interface GramTable {
  readonly codes: Uint16Array
  readonly bits: number
  /** First place of each gram hash, or -1. */
  readonly heads: Int32Array
  /** The next place with the same hash, or -1; places ascend. */
  readonly next: Int32Array
}

/**
 * Shorter than the grams of the index: where one character in ten was replaced, exact runs are about ten characters
 * long, and 86 % of the text lies in runs of at least five.
 */
export const SHORT_GRAM = 5
/** So many places of one gram are tried; a gram more frequent than that has rarer neighbours. */
const TRIED = 24
/** A run is followed backwards so far from where it was noticed. */
const BACKWARDS = 64

/** The table of a text's short grams. */
export function gramTable(codes: Uint16Array): GramTable {
  // Four slots per gram, so that most lookups of grams the text does not have end at once.
  const bits = Math.max(8, Math.ceil(Math.log2(codes.length + 1)) + 2)
  const heads = new Int32Array(2 ** bits).fill(-1)
  const next = new Int32Array(codes.length)
  for (let at = codes.length - SHORT_GRAM; at >= 0; at--) {
    const slot = gramSlot(codes, at, bits)
    next[at] = heads[slot] ?? -1
    heads[slot] = at
  }
  return { codes, bits, heads, next }
}

function gramSlot(codes: Uint16Array, at: number, bits: number): number {
  let hash = 0
  for (let index = at; index < at + SHORT_GRAM; index++) hash = Math.imul(hash ^ (codes[index] ?? 0), 0x9e37_79b1)
  return hash >>> (32 - bits)
}

/**
 * The exact runs of at least `SHORT_GRAM` characters that text `a` shares with the text of the table, ordered by their
 * place in `a`. After a run the search goes on with the first gram that sticks out of it, so that the time is linear
 * in both lengths whatever the texts are. With `within`, `a` is that text itself, and only runs with an earlier,
 * non-overlapping place are given.
 */
export function sharedRuns(a: Uint16Array, table: GramTable, within = false): SharedRun[] {
  const runs: SharedRun[] = []
  // How far each diagonal (place in a minus place in b) has been followed already.
  const followed = new Int32Array(a.length + table.codes.length + 1)
  const texts = { a, b: table.codes, within }
  /** Notes the run through the two places, unless it is known; returns how far it reaches in `a`. */
  function follow(at: number, place: number): number {
    const lane = at - place + table.codes.length
    if ((followed[lane] ?? 0) > at) return at
    const run = runThrough(texts, at, place)
    if (run === undefined) return at
    const reach = run.a + run.length
    followed[lane] = reach
    runs.push(run)
    return reach
  }
  let diagonal = 0
  for (let at = 0; at + SHORT_GRAM <= a.length;) {
    let farthest = follow(at, at - diagonal)
    let place = table.heads[gramSlot(a, at, table.bits)] ?? -1
    for (let tried = 0; place >= 0 && tried < TRIED; tried++) {
      const reach = a[at] === table.codes[place] ? follow(at, place) : at
      if (reach > farthest) {
        farthest = reach
        diagonal = at - place
      }
      place = table.next[place] ?? -1
    }
    at = Math.max(at + 1, farthest - SHORT_GRAM + 1)
  }
  return runs.sort((one, other) => one.a - other.a || one.b - other.b)
}

interface Texts {
  readonly a: Uint16Array
  readonly b: Uint16Array
  readonly within: boolean
}

/** The longest common run through `a[at]` and `b[place]`, if it goes on from there for a short gram. */
function runThrough({ a, b, within }: Texts, at: number, place: number): SharedRun | undefined {
  if (place < 0 || place >= b.length || (within && place >= at)) return undefined
  const most = within ? Math.min(a.length - at, at - place) : Math.min(a.length - at, b.length - place)
  let forward = 0
  while (forward < most && a[at + forward] === b[place + forward]) forward += 1
  if (forward < SHORT_GRAM) return undefined
  const least = Math.max(at - BACKWARDS, at - place, 0)
  let from = at
  while (from > least && a[from - 1] === b[from - 1 - (at - place)]) from -= 1
  const length = forward + at - from
  return { a: from, b: place - at + from, length: within ? Math.min(length, at - place) : length }
}

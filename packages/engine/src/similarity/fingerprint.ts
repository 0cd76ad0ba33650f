/** Length of a gram in normal characters. */
export const GRAM = 8
/** Grams in a window. */
const WINDOW = 17
/** Any run of this many normal characters that two texts share, or more, gives them a fingerprint in common. */
export const GUARANTEED_RUN = WINDOW + GRAM - 1

/** The chosen grams of a text, in reading order; a value may occur several times. */
export interface Fingerprints {
  /** 32-bit hashes of the grams. */
  readonly hashes: Uint32Array
  /** Where each gram begins, in normal characters. */
  readonly positions: Uint32Array
}

const BASE = 0x9e37_79b1
const RING = 32
/** Hashes are compared as signed 32-bit numbers, which the engine keeps in registers; this one is above all. */
const NEVER = 0x7fff_ffff

/** BASE to the power of GRAM, modulo 2^32: what a character weighs when it leaves the gram. */
const LEAVING = Array.from({ length: GRAM }).reduce<number>((product) => Math.imul(product, BASE), 1)

/**
 * Winnowing (Schleimer, Wilkerson, Aiken: Winnowing, local algorithms for document fingerprinting, SIGMOD 2003): of the
 * hashes in every window of consecutive grams the smallest is chosen, so two texts that share a run of
 * `GUARANTEED_RUN` characters choose the same hash in it. Ties keep the gram already chosen ("robust winnowing"), so
 * that a monotonous text gives one fingerprint per window and not one per character.
 *
 * Grams that lie wholly in masked characters (`mask[i] !== 0`: public phrases, headings) are never chosen; the
 * guarantee then holds for runs that touch none. A text shorter than a window gives its smallest gram.
 */
export function fingerprint(codes: Uint16Array, mask?: Uint8Array): Fingerprints {
  const chosen = new Chosen(codes.length)
  const ring = new Int32Array(RING)
  let rolling = 0
  let maskedRun = 0
  let least = -1
  let leastHash = NEVER
  for (let end = 0; end < codes.length; end++) {
    const entering = codes[end] ?? 0
    rolling = (Math.imul(rolling, BASE) + entering) | 0
    if (end >= GRAM) rolling = (rolling - Math.imul(codes[end - GRAM] ?? 0, LEAVING)) | 0
    if (mask !== undefined) maskedRun = mask[end] === 0 ? 0 : maskedRun + 1
    const gram = end - GRAM + 1
    if (gram < 0) continue
    const hash = maskedRun >= GRAM ? NEVER : Math.min(scatter(rolling), NEVER - 1)
    ring[gram & (RING - 1)] = hash
    if (least <= gram - WINDOW || least < 0) {
      least = rightmostLeast(ring, Math.max(0, gram - WINDOW + 1), gram)
      leastHash = ring[least & (RING - 1)] ?? NEVER
    } else if (hash < leastHash) {
      least = gram
      leastHash = hash
    }
    if (gram >= WINDOW - 1 && leastHash !== NEVER) chosen.add(leastHash, least)
  }
  if (codes.length < GUARANTEED_RUN && leastHash !== NEVER) chosen.add(leastHash, least)
  return chosen.result()
}

function rightmostLeast(ring: Int32Array, from: number, to: number): number {
  let least = from
  let leastHash = ring[from & (RING - 1)] ?? NEVER
  for (let gram = from + 1; gram <= to; gram++) {
    const hash = ring[gram & (RING - 1)] ?? NEVER
    if (hash > leastHash) continue
    least = gram
    leastHash = hash
  }
  return least
}

/** Spreads the bits (the finaliser of MurmurHash3), so that "smallest" is as good as "random". One to one, signed. */
function scatter(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35)
  return hash ^ (hash >>> 16)
}

/** The fingerprints chosen so far; grows by doubling, starting from what winnowing chooses of ordinary text. */
class Chosen {
  private hashes: Uint32Array<ArrayBuffer>
  private positions: Uint32Array<ArrayBuffer>
  private count = 0
  private last = -1

  constructor(characters: number) {
    const expected = Math.ceil((characters * 2.4) / (WINDOW + 1)) + 8
    this.hashes = new Uint32Array(expected)
    this.positions = new Uint32Array(expected)
  }

  add(hash: number, position: number): void {
    if (position === this.last) return
    if (this.count === this.hashes.length) this.grow()
    // The least of a window are small numbers; spread once more (one to one), so that all 32 bits tell them apart.
    this.hashes[this.count] = scatter(hash)
    this.positions[this.count] = position
    this.count += 1
    this.last = position
  }

  result(): Fingerprints {
    return { hashes: this.hashes.subarray(0, this.count), positions: this.positions.subarray(0, this.count) }
  }

  private grow(): void {
    const hashes = new Uint32Array(this.hashes.length * 2)
    const positions = new Uint32Array(this.positions.length * 2)
    hashes.set(this.hashes)
    positions.set(this.positions)
    this.hashes = hashes
    this.positions = positions
  }
}

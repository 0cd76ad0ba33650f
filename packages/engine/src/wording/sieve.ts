/**
 * A set of numbers that tells at once that it has not a number, and may be wrong where it says that it has (Bloom 1970,
 * with one hash): a sixteenth of the bits at most is set. It is small enough to stay in the processor's cache, where a
 * map, asked in vain at nearly every character of a text, would wait for memory each time.
 */
export interface Sieve {
  readonly bits: Uint32Array
  /** How far a hash of 32 bits is shifted to become a place. */
  readonly shift: number
}

const PLACES_PER_KEY = 16

/** A sieve of integers. */
export function sieveOf(keys: readonly number[]): Sieve {
  const size = Math.max(5, Math.ceil(Math.log2(keys.length * PLACES_PER_KEY + 1)))
  const sieve = { bits: new Uint32Array(2 ** (size - 5)), shift: 32 - size }
  for (const key of keys) {
    const place = placeOf(sieve, key)
    sieve.bits[place >>> 5] = (sieve.bits[place >>> 5] ?? 0) | (1 << (place & 31))
  }
  return sieve
}

/** False if the sieve has not this number; true if it most likely has. */
export function mayHave(sieve: Sieve, key: number): boolean {
  const place = placeOf(sieve, key)
  return ((sieve.bits[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0
}

function placeOf({ shift }: Sieve, key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> shift
}

import { publicPhrases } from '../standards/public-phrases.ts'
import { normalCodes } from './normal-text.ts'

/** Why a character does not count as copied: bits of a mask over the normal characters of a text. */
export const PUBLIC = 1
/** Inside a span the caller excluded: headings, the aspects a notice prescribes. */
export const EXCLUDED = 2
/** Common to many documents of the corpus. */
export const FREQUENT = 4

/** A phrase begins with a key of this many characters; shorter phrases are not looked for. */
const KEY = 4
/** Some six hundred phrases in 8,192 places, 16 KB: every character of a text looks there, and it stays in the nearest cache. */
const KEY_BITS = 13
/** So many characters between two public stretches are a verb that joins them (增强…、坚定…、做到…) and public too. */
const JOINT = 4

interface PhraseTable {
  /** First phrase of each key, or -1. */
  readonly heads: Int16Array
  /** The next phrase with the same key, or -1. Longer ones come first. */
  readonly next: Int16Array
  readonly phrases: readonly Uint16Array[]
}

let ownTable: PhraseTable | undefined

function phraseTable(): PhraseTable {
  if (ownTable) return ownTable
  const phrases = publicPhrases
    .map((phrase) => normalCodes(phrase))
    .filter((codes) => codes.length >= KEY)
    .toSorted((a, b) => a.length - b.length)
  const heads = new Int16Array(1 << KEY_BITS).fill(-1)
  const next = new Int16Array(phrases.length).fill(-1)
  phrases.forEach((codes, index) => {
    const key = keyAt(codes, 0)
    next[index] = heads[key] ?? -1
    heads[key] = index
  })
  ownTable = { heads, next, phrases }
  return ownTable
}

function keyAt(codes: Uint16Array, index: number): number {
  const first = Math.imul(codes[index] ?? 0, 0x9e37_79b1) ^ Math.imul(codes[index + 1] ?? 0, 0x85eb_ca6b)
  const last = Math.imul(codes[index + 2] ?? 0, 0xc2b2_ae35) ^ Math.imul(codes[index + 3] ?? 0, 0x27d4_eb2f)
  return Math.imul(first ^ (last >>> 3), 0x9e37_79b1) >>> (32 - KEY_BITS)
}

/** Sets the PUBLIC bit of every character that belongs to a public phrase, or joins two of them. */
export function maskPublicPhrases(codes: Uint16Array, mask: Uint8Array): void {
  const { heads, next, phrases } = phraseTable()
  let covered = 0
  for (let index = 0; index + KEY <= codes.length; index++) {
    let candidate = heads[keyAt(codes, index)] ?? -1
    while (candidate >= 0) {
      const phrase = phrases[candidate]
      if (phrase && standsAt(phrase, codes, index)) {
        const end = index + phrase.length
        const start = index - covered <= JOINT && covered > 0 ? covered : Math.max(index, covered)
        for (let at = start; at < end; at++) mask[at] = (mask[at] ?? 0) | PUBLIC
        covered = Math.max(covered, end)
        break
      }
      candidate = next[candidate] ?? -1
    }
  }
}

function standsAt(phrase: Uint16Array, codes: Uint16Array, index: number): boolean {
  if (index + phrase.length > codes.length) return false
  for (let at = 0; at < phrase.length; at++) if (phrase[at] !== codes[index + at]) return false
  return true
}

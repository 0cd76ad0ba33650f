import type { Span } from '../span.ts'

/**
 * A text as it is compared: punctuation, symbols (so also markup such as `**` and `#`), white space and invisible
 * characters left out, full-width and compatibility forms replaced by their plain ones, Latin letters in lower case.
 * Digits stay. `codes[i]` is one UTF-16 unit, `offsets[i]` the index in the original text it came from.
 */
export interface NormalText {
  readonly codes: Uint16Array
  readonly offsets: Uint32Array
}

const UNITS = 65_536
const LEFT_OUT = /[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}\p{M}]/u
/** ① to ⒛ are marks of lists, not digits. */
const LIST_MARK = /[\u2460-\u249b]/u

let plainForms: Uint16Array | undefined

/** For each UTF-16 unit the unit it is compared as; 0 for those left out. Built on first use, some 20 ms. */
function plainFormTable(): Uint16Array {
  if (plainForms) return plainForms
  const table = new Uint16Array(UNITS)
  for (let unit = 0; unit < UNITS; unit++) table[unit] = plainForm(unit)
  plainForms = table
  return table
}

function plainForm(unit: number): number {
  const isPlain = (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xd800 && unit <= 0xdfff)
  if (isPlain) return unit
  const character = String.fromCharCode(unit)
  if (LIST_MARK.test(character)) return 0
  // NFKC (Unicode Annex 15) folds full-width letters and the radicals that PDF files have in place of characters.
  const folded = character.normalize('NFKC').toLowerCase()
  const form = folded.length === 1 ? folded : character
  return LEFT_OUT.test(form) ? 0 : form.charCodeAt(0)
}

/** The text as it is compared. */
export function normalCodes(text: string): Uint16Array {
  const table = plainFormTable()
  const codes = new Uint16Array(text.length)
  let length = 0
  for (let index = 0; index < text.length; index++) {
    const code = table[text.charCodeAt(index)] ?? 0
    codes[length] = code
    if (code !== 0) length += 1
  }
  return codes.subarray(0, length)
}

/** The text as it is compared, with the way back to the original. */
export function normalise(text: string): NormalText {
  const codes = normalCodes(text)
  const table = plainFormTable()
  const offsets = new Uint32Array(codes.length)
  let length = 0
  for (let index = 0; index < text.length; index++) {
    if (table[text.charCodeAt(index)] === 0) continue
    offsets[length] = index
    length += 1
  }
  return { codes, offsets }
}

/** The stretch of the original text that the normal characters `[from, to)` came from. `from < to` is required. */
export function originalSpan(normal: NormalText, from: number, to: number): Span {
  const first = normal.offsets[from] ?? 0
  const last = normal.offsets[to - 1] ?? first
  const startsInPair = isLowSurrogate(normal.codes[from]) && from > 0
  const endsInPair = isLowSurrogate(normal.codes[to]) && !isLowSurrogate(normal.codes[to - 1])
  return { start: startsInPair ? first - 1 : first, end: endsInPair ? last + 2 : last + 1 }
}

function isLowSurrogate(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0xdc00 && unit <= 0xdfff
}

/** Index of the first normal character at or after `offset` of the original text. */
export function normalIndex(normal: NormalText, offset: number): number {
  let low = 0
  let high = normal.offsets.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((normal.offsets[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

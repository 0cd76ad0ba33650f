import { textOfBytes } from '../byte-text.ts'

/** A piece of an RTF file (Rich Text Format Specification 1.9.1, "RTF Syntax"). */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  /** A control word in small letters as written, or a control sign such as `*` or `~`. */
  | { readonly kind: 'control'; readonly word: string; readonly value: number | undefined }
  /** Bytes of text in the code page of the font. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }

const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d
const QUOTE = 0x27
const LONGEST_WORD = 32

/** The pieces of an RTF file in order; what is no RTF is text. */
export function* tokensOf(bytes: Uint8Array): Generator<RtfToken> {
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    if (byte === OPEN || byte === CLOSE) {
      yield { kind: byte === OPEN ? 'open' : 'close' }
      at++
    } else if (byte !== BACKSLASH) {
      const end = endOfText(bytes, at)
      const text = bytes.subarray(at, end).filter((one) => one !== 0x0d && one !== 0x0a && one !== 0)
      if (text.length > 0) yield { kind: 'bytes', bytes: text }
      at = end
    } else if (bytes[at + 1] === QUOTE) {
      const value = Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0), 16)
      if (!Number.isNaN(value)) yield { kind: 'bytes', bytes: Uint8Array.of(value) }
      at += 4
    } else {
      const { token, end } = controlAt(bytes, at + 1)
      yield token
      // Binary data may hold any byte.
      at = token.word === 'bin' ? end + Math.max(0, token.value ?? 0) : end
    }
  }
}

function endOfText(bytes: Uint8Array, start: number): number {
  let end = start
  while (end < bytes.length && bytes[end] !== BACKSLASH && bytes[end] !== OPEN && bytes[end] !== CLOSE) end++
  return end
}

function controlAt(bytes: Uint8Array, start: number): { token: RtfToken & { kind: 'control' }; end: number } {
  let end = start
  while (end - start < LONGEST_WORD && isLetter(bytes[end])) end++
  if (end === start) {
    const sign = String.fromCharCode(bytes[start] ?? 0x20)
    const word = sign === '\n' || sign === '\r' ? 'par' : sign
    return { token: { kind: 'control', word, value: undefined }, end: start + 1 }
  }
  const word = textOfBytes(bytes.subarray(start, end))
  const from = end
  if (bytes[end] === 0x2d) end++
  while (end - from < 11 && isDigit(bytes[end])) end++
  const value = Number.parseInt(textOfBytes(bytes.subarray(from, end)), 10)
  if (bytes[end] === 0x20) end++
  return { token: { kind: 'control', word, value: Number.isNaN(value) ? undefined : value }, end }
}

function isLetter(byte = 0): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}

function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39
}

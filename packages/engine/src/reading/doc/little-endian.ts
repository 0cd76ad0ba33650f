import { ReadingRefusal } from '../refusal.ts'

/** The byte at `at`. Like the others here it refuses the file as `damaged` where a structure reaches beyond its stream. */
export function uint8(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new ReadingRefusal('damaged')
  return byte
}

/** The unsigned 16-bit number at `at`. */
export function uint16(bytes: Uint8Array, at: number): number {
  return uint8(bytes, at) | (uint8(bytes, at + 1) << 8)
}

/** The signed 16-bit number at `at`. */
export function int16(bytes: Uint8Array, at: number): number {
  return (uint16(bytes, at) << 16) >> 16
}

/** The unsigned 32-bit number at `at`. */
export function uint32(bytes: Uint8Array, at: number): number {
  return (uint16(bytes, at) | (uint16(bytes, at + 2) << 16)) >>> 0
}

/** The bytes `[start, start + length)`. */
export function bytesAt(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (start < 0 || length < 0 || start + length > bytes.length) throw new ReadingRefusal('damaged')
  return bytes.subarray(start, start + length)
}

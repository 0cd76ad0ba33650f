import { ReadingRefusal } from '../refusal.ts'
import type { FileHeader } from './file-header.ts'
import { bytesAt, uint16, uint32, uint8 } from './little-endian.ts'

/** A stretch of the text that lies in one stretch of the file. Positions in the text count characters. */
export interface Piece {
  readonly start: number
  readonly end: number
  /** Where its first byte lies in the WordDocument stream. */
  readonly offset: number
  /** 2 for UTF-16, 1 for Windows-1252. */
  readonly width: 1 | 2
  /** Settings a quick save put on top of the formatting of the piece. */
  readonly settings: Uint8Array | undefined
}

/** The pieces of a document in order of its text (MS-DOC 2.9.38 Clx); those that reach out of the file are cut. */
export function readPieces(header: FileHeader, table: Uint8Array, word: Uint8Array): Piece[] {
  const { start, length } = header.placeOf('pieces')
  const total = [...header.lengths.values()].reduce((sum, count) => sum + count, 0)
  if (length === 0) return [{ start: 0, end: total, offset: header.textStart, width: 2, settings: undefined }]
  const clx = bytesAt(table, start, length)
  const settings: Uint8Array[] = []
  let at = 0
  while (uint8(clx, at) === 1) {
    const size = uint16(clx, at + 1)
    settings.push(bytesAt(clx, at + 3, size))
    at += 3 + size
  }
  if (uint8(clx, at) !== 2) throw new ReadingRefusal('damaged')
  return piecesIn(bytesAt(clx, at + 5, Math.min(uint32(clx, at + 1), clx.length - at - 5)), settings, word)
}

/** Programs write each piece somewhere of its own; a made-up table may refer to the same bytes again and again. */
const MOST_SHARED = 2

function piecesIn(plc: Uint8Array, settings: readonly Uint8Array[], word: Uint8Array): Piece[] {
  const count = Math.floor((plc.length - 4) / 12)
  const pieces: Piece[] = []
  let bytes = 0
  for (let i = 0; i < count; i++) {
    const start = uint32(plc, i * 4)
    const stated = uint32(plc, i * 4 + 4)
    const descriptor = (count + 1) * 4 + i * 8
    const place = uint32(plc, descriptor + 2)
    const width = (place & 0x40000000) === 0 ? 2 : 1
    const offset = (place & 0x3fffffff) / (width === 1 ? 2 : 1)
    const end = Math.min(stated, start + Math.max(0, Math.floor((word.length - offset) / width)))
    if (start !== (pieces.at(-1)?.end ?? 0) || end <= start) throw new ReadingRefusal('damaged')
    const modifier = uint16(plc, descriptor + 6)
    const settingsOf = (modifier & 1) === 1 ? settings[modifier >> 1] : undefined
    pieces.push({ start, end, offset, width, settings: settingsOf })
    bytes += (end - start) * width
    if (bytes > word.length * MOST_SHARED) throw new ReadingRefusal('bomb')
    if (end < stated) break
  }
  return pieces
}

/** The words of a piece between two positions of the text. */
export function wordsOf(piece: Piece, start: number, end: number, word: Uint8Array): string {
  const { width, offset } = piece
  const from = offset + (start - piece.start) * width
  const bytes = word.subarray(from, from + (end - start) * width)
  return new TextDecoder(width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes)
}

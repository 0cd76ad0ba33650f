import { textOfBytes } from '../byte-text.ts'
import { uint16, uint32, uint8 } from '../doc/little-endian.ts'
import { ReadingRefusal } from '../refusal.ts'
import { plainWords } from '../xlsx/rich-text.ts'
import type { XlsRecord } from './records.ts'

/** How the strings of a workbook are written: UTF-16 from Excel 97 on, before that in one code page. */
export interface StringForm {
  readonly isUnicode: boolean
  readonly encoding: string
}

const MOST_CHARACTERS = 64_000_000

/**
 * A string in one record, its length in front (MS-XLS 2.5.294 XLUnicodeString, 2.5.240 ShortXLUnicodeString, or the
 * bytes Excel 95 wrote). `lengthSize` is the size of the length in bytes.
 */
export function stringAt(bytes: Uint8Array, at: number, lengthSize: 1 | 2, form: StringForm): string {
  const length = lengthSize === 1 ? uint8(bytes, at) : uint16(bytes, at)
  const start = at + lengthSize
  if (!form.isUnicode) return decoded(bytes.subarray(start, start + length), form.encoding)
  const isWide = (uint8(bytes, start) & 1) === 1
  return characters(bytes.subarray(start + 1, start + 1 + length * (isWide ? 2 : 1)), isWide)
}

/** The shared strings in order (MS-XLS 2.4.265 SST); what a cut-off table does not hold is left out. */
export function sharedStrings({ parts }: XlsRecord): string[] {
  const total = uint32(parts[0], 4)
  const reader = createPartReader(parts)
  reader.skip(8)
  const strings: string[] = []
  let length = 0
  while (strings.length < total && !reader.isAtEnd()) {
    const words = sharedString(reader)
    strings.push(plainWords(words))
    length += words.length
    if (length > MOST_CHARACTERS) throw new ReadingRefusal('bomb')
  }
  return strings
}

/** One string with what belongs to it: the places of its formats and its phonetic guide (2.5.293). */
function sharedString(reader: PartReader): string {
  const length = reader.number(2)
  const flags = reader.number(1)
  const formats = (flags & 8) === 0 ? 0 : reader.number(2)
  const phonetic = (flags & 4) === 0 ? 0 : reader.number(4)
  const words = reader.characters(length, (flags & 1) === 1)
  reader.skip(formats * 4 + phonetic)
  return words
}

/** Reads on through the parts of a record. */
interface PartReader {
  number(size: 1 | 2 | 4): number
  skip(count: number): void
  /** Characters; where a string goes on in the next part, that part begins with a byte that says how wide they are there. */
  characters(count: number, isWide: boolean): string
  isAtEnd(): boolean
}

function createPartReader(parts: readonly Uint8Array[]): PartReader {
  let index = 0
  let at = 0
  const left = (): number => (parts[index]?.length ?? 0) - at
  const settle = (): void => {
    while (index < parts.length && left() <= 0) {
      index++
      at = 0
    }
  }
  return {
    number(size) {
      let value = 0
      for (let i = 0; i < size; i++) {
        settle()
        value += (parts[index]?.[at++] ?? 0) * 2 ** (8 * i)
      }
      return value
    },
    skip(count) {
      let rest = count
      for (settle(); rest > 0 && index < parts.length; settle()) {
        const step = Math.min(rest, left())
        at += step
        rest -= step
      }
    },
    characters(count, isWide) {
      let words = ''
      let wide = isWide
      let rest = count
      while (rest > 0 && index < parts.length) {
        if (left() <= 0) {
          index++
          at = 0
          wide = ((parts[index]?.[at++] ?? 0) & 1) === 1
          continue
        }
        const size = wide ? 2 : 1
        const taken = Math.min(rest, Math.max(1, Math.floor(left() / size)))
        words += characters(parts[index]?.subarray(at, at + taken * size) ?? new Uint8Array(0), wide)
        at += taken * size
        rest -= taken
      }
      return words
    },
    isAtEnd() {
      settle()
      return index >= parts.length
    },
  }
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true })

/** Narrow characters are the low bytes of UTF-16 ones. */
function characters(bytes: Uint8Array, isWide: boolean): string {
  return isWide ? utf16.decode(bytes) : textOfBytes(bytes)
}

function decoded(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

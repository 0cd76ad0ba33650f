import { uint16 } from '../doc/little-endian.ts'

/** One record of a workbook stream (MS-XLS 2.1.4): its type and its bytes, those of CONTINUE records behind it apart. */
export interface XlsRecord {
  readonly type: number
  readonly parts: readonly [Uint8Array, ...Uint8Array[]]
}

/** The record types we understand (MS-XLS 2.3.2). */
export const RECORD = {
  formula: 0x0006,
  formula3: 0x0206,
  formula4: 0x0406,
  end: 0x000a,
  dateSystem: 0x0022,
  password: 0x002f,
  continue: 0x003c,
  codePage: 0x0042,
  sheet: 0x0085,
  manyNumbers: 0x00bd,
  richText: 0x00d6,
  style: 0x00e0,
  merged: 0x00e5,
  sharedStrings: 0x00fc,
  sharedString: 0x00fd,
  number: 0x0203,
  text: 0x0204,
  truth: 0x0205,
  formulaText: 0x0207,
  shortNumber: 0x027e,
  format: 0x041e,
  format5: 0x001e,
  begin: 0x0809,
} as const

/** The records from a position of the stream on; a record that is cut off ends them. */
export function* recordsFrom(stream: Uint8Array, start: number): Generator<XlsRecord> {
  for (let at = start; at + 4 <= stream.length;) {
    const type = uint16(stream, at)
    const parts: [Uint8Array, ...Uint8Array[]] = [bodyAt(stream, at)]
    at += 4 + parts[0].length
    while (at + 4 <= stream.length && uint16(stream, at) === RECORD.continue) {
      const more = bodyAt(stream, at)
      parts.push(more)
      at += 4 + more.length
    }
    yield { type, parts }
  }
}

function bodyAt(stream: Uint8Array, at: number): Uint8Array {
  return stream.subarray(at + 4, at + 4 + uint16(stream, at + 2))
}

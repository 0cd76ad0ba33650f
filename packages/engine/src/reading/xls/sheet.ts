import { uint16, uint32, uint8 } from '../doc/little-endian.ts'
import { plainWords } from '../xlsx/rich-text.ts'
import { spend, type Area, type RawValue, type SheetCell, type SheetReading } from '../xlsx/sheet-cells.ts'
import type { XlsSheet, XlsWorkbook } from './globals.ts'
import { RECORD, recordsFrom } from './records.ts'
import { stringAt } from './strings.ts'

/** A worksheet's cells with words, and its merged areas. */
export interface SheetContents {
  readonly cells: SheetCell[]
  readonly areas: Area[]
}

/** A value and the cell it stands in. */
interface FoundValue extends RawValue {
  readonly row: number
  readonly column: number
  readonly formula?: true
}

/** Error values by their codes (MS-XLS 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
}
const MOST_AREAS = 100_000

/** Reads the records of a worksheet. Throws a `ReadingRefusal` where there are too many cells. */
export function readSheet(
  stream: Uint8Array,
  { start }: XlsSheet,
  workbook: XlsWorkbook,
  reading: Pick<SheetReading, 'show' | 'budget'>,
): SheetContents {
  const contents: SheetContents = { cells: [], areas: [] }
  /** A formula whose result is the text in a record behind it. */
  let waiting: FoundValue | undefined
  const add = ({ row, column, formula, ...raw }: FoundValue): void => {
    if (raw.value === '') return
    const shown = reading.show(raw)
    if (shown.text === '') return
    contents.cells.push({ row, column, ...shown, ...(formula === undefined ? {} : { formula }) })
    spend(reading.budget, shown.text.length)
  }
  for (const { type, body } of worksheetRecords(stream, start)) {
    if (type === RECORD.formulaText) {
      if (waiting) add({ ...waiting, value: plainWords(stringAt(body, 0, 2, workbook.form)) })
      waiting = undefined
    } else if (type === RECORD.merged) contents.areas.push(...areasIn(body, MOST_AREAS - contents.areas.length))
    else if (type === RECORD.manyNumbers) for (const value of numbersIn(body)) add(value)
    else {
      const value = valueIn(type, body, workbook)
      if (value?.type === 'str' && value.formula === true) waiting = value
      else if (value) add(value)
    }
  }
  return contents
}

/** The records of one worksheet, without those of the charts that lie in it. */
function* worksheetRecords(stream: Uint8Array, start: number): Generator<{ type: number; body: Uint8Array }> {
  let depth = 0
  for (const { type, parts } of recordsFrom(stream, start)) {
    if (type === RECORD.begin) depth++
    else if (type === RECORD.end) {
      if (--depth <= 0) return
    } else if (depth === 1) yield { type, body: parts.length > 1 ? joined(parts) : parts[0] }
  }
}

/** Long texts of formulas go on in further records, each with a byte in front that says again how wide characters are. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const [i, part] of parts.entries()) {
    const own = i === 0 ? part : part.subarray(1)
    whole.set(own, at)
    at += own.length
  }
  return whole.subarray(0, at)
}

function valueIn(type: number, body: Uint8Array, { strings, form }: XlsWorkbook): FoundValue | undefined {
  const cell = (kind: string, value: string): FoundValue => ({ ...placeIn(body), type: kind, value })
  if (type === RECORD.sharedString) return cell('str', strings[uint32(body, 6)] ?? '')
  if (type === RECORD.text || type === RECORD.richText) return cell('str', plainWords(stringAt(body, 6, 2, form)))
  if (type === RECORD.number) return cell('n', doubleAt(body, 6))
  if (type === RECORD.shortNumber) return cell('n', shortNumberAt(body, 6))
  if (type === RECORD.truth) return { ...placeIn(body), ...truthOrError(uint8(body, 7) !== 0, uint8(body, 6)) }
  if (type === RECORD.formula || type === RECORD.formula3 || type === RECORD.formula4) return formulaIn(body)
  return undefined
}

function placeIn(body: Uint8Array): Pick<FoundValue, 'row' | 'column' | 'style'> {
  return { row: uint16(body, 0), column: uint16(body, 2), style: uint16(body, 4) }
}

/** A formula's last result (MS-XLS 2.5.133 FormulaValue): a number, or a kind and a value. */
function formulaIn(body: Uint8Array): FoundValue {
  const place = { ...placeIn(body), formula: true as const }
  if (uint16(body, 12) !== 0xffff) return { ...place, type: 'n', value: doubleAt(body, 6) }
  const kind = uint8(body, 6)
  if (kind === 0) return { ...place, type: 'str', value: '' }
  return kind === 3 ? { ...place, type: 'e', value: '' } : { ...place, ...truthOrError(kind === 2, uint8(body, 8)) }
}

function truthOrError(isError: boolean, value: number): Pick<RawValue, 'type' | 'value'> {
  return isError ? { type: 'e', value: ERRORS[value] ?? '' } : { type: 'b', value: value === 0 ? '0' : '1' }
}

/** Cells of one row side by side, each with its style and number (2.4.175 MulRk). */
function* numbersIn(body: Uint8Array): Generator<FoundValue> {
  const first = uint16(body, 2)
  for (let at = 4, column = first; at + 8 <= body.length; at += 6, column++) {
    yield { row: uint16(body, 0), column, style: uint16(body, at), type: 'n', value: shortNumberAt(body, at + 2) }
  }
}

function doubleAt(body: Uint8Array, at: number): string {
  if (at + 8 > body.length) return ''
  return String(new DataView(body.buffer, body.byteOffset, body.byteLength).getFloat64(at, true))
}

/** A number in 30 bits: whole, or the upper half of a double; perhaps in hundredths (MS-XLS 2.5.217 RkNumber). */
function shortNumberAt(body: Uint8Array, at: number): string {
  const bits = uint32(body, at)
  const double = new DataView(new ArrayBuffer(8))
  double.setUint32(4, bits & 0xfffffffc, true)
  const number = (bits & 2) === 0 ? double.getFloat64(0, true) : bits >> 2
  return String((bits & 1) === 0 ? number : number / 100)
}

function areasIn(body: Uint8Array, most: number): Area[] {
  const count = Math.min(uint16(body, 0), Math.floor((body.length - 2) / 8), most)
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const at = 2 + i * 8
    return {
      top: uint16(body, at),
      bottom: uint16(body, at + 2),
      left: uint16(body, at + 4),
      right: uint16(body, at + 6),
    }
  }).filter(({ top, bottom, left, right }) => top <= bottom && left <= right)
}

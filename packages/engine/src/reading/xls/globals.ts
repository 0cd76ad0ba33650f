import { uint16, uint32, uint8 } from '../doc/little-endian.ts'
import { ReadingRefusal } from '../refusal.ts'
import { BUILT_IN_FORMATS } from '../xlsx/built-in-formats.ts'
import type { DateSystem } from '../xlsx/calendar.ts'
import { RECORD, recordsFrom, type XlsRecord } from './records.ts'
import { sharedStrings, stringAt, type StringForm } from './strings.ts'

/** What a workbook's first part says about all its sheets (MS-XLS 2.1.7.20.3). */
export interface XlsWorkbook {
  readonly sheets: readonly XlsSheet[]
  readonly strings: readonly string[]
  readonly dateSystem: DateSystem
  /** The number format of a cell by its style index. */
  readonly formatOf: (style: number) => string
  readonly form: StringForm
}

/** A sheet as the workbook lists it, and where its records begin in the stream. */
export interface XlsSheet {
  readonly name: string
  readonly start: number
  readonly isHidden: boolean
}

const EXCEL_97 = 0x0600
const EXCEL_95 = 0x0500
const WORKSHEET = 0
/** What to do about a workbook with a password. */
export const WORKBOOK_PASSWORD = '请在 Excel 或 WPS 中取消密码后另存一份'
/** Code pages of old workbooks, by number (MS-XLS 2.4.52); the others are Western ones. */
const ENCODINGS: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1251: 'windows-1251',
}

/** Reads the globals of a workbook stream. Throws a `ReadingRefusal`. */
export function readGlobals(stream: Uint8Array): XlsWorkbook {
  const records = globalRecords(stream)
  const version = uint16(records[0]?.parts[0] ?? new Uint8Array(0), 0)
  if (version !== EXCEL_97 && version !== EXCEL_95)
    throw new ReadingRefusal(
      'unsupported',
      '是 Excel 4.0 或更早版本的工作簿，不能读取',
      '请在 Excel 或 WPS 中打开，另存为 .xlsx',
    )
  const first = (type: number): Uint8Array | undefined => records.find((record) => record.type === type)?.parts[0]
  if (first(RECORD.password) !== undefined) throw new ReadingRefusal('encrypted', undefined, WORKBOOK_PASSWORD)
  const codePage = first(RECORD.codePage)
  const form = {
    isUnicode: version === EXCEL_97,
    encoding: ENCODINGS[codePage ? uint16(codePage, 0) : 0] ?? 'windows-1252',
  }
  const strings = records.find(({ type }) => type === RECORD.sharedStrings)
  const dateSystem = first(RECORD.dateSystem)
  return {
    sheets: records.filter(({ type }) => type === RECORD.sheet).flatMap(({ parts }) => sheetOf(parts[0], form)),
    strings: strings ? sharedStrings(strings) : [],
    dateSystem: dateSystem && uint16(dateSystem, 0) === 1 ? 1904 : 1900,
    formatOf: formatsIn(records, form),
    form,
  }
}

function globalRecords(stream: Uint8Array): XlsRecord[] {
  const records: XlsRecord[] = []
  for (const record of recordsFrom(stream, 0)) {
    if (records.length === 0 && record.type !== RECORD.begin) throw new ReadingRefusal('damaged')
    if (record.type === RECORD.end) break
    records.push(record)
  }
  return records
}

function sheetOf(bytes: Uint8Array, form: StringForm): XlsSheet[] {
  const isWorksheet = uint8(bytes, 5) === WORKSHEET
  const sheet = { name: stringAt(bytes, 6, 1, form), start: uint32(bytes, 0), isHidden: (uint8(bytes, 4) & 3) !== 0 }
  return isWorksheet ? [sheet] : []
}

function formatsIn(records: readonly XlsRecord[], form: StringForm): (style: number) => string {
  const codes = new Map<number, string>()
  const styles: number[] = []
  for (const { type, parts } of records) {
    if (type === RECORD.style) styles.push(uint16(parts[0], 2))
    else if (type === RECORD.format || type === RECORD.format5) {
      codes.set(uint16(parts[0], 0), stringAt(parts[0], 2, form.isUnicode ? 2 : 1, form))
    }
  }
  return (style) => {
    const id = styles[style] ?? 0
    return codes.get(id) || BUILT_IN_FORMATS[id] || 'General'
  }
}

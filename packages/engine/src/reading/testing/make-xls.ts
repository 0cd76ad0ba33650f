import CFB from 'cfb'

/** A cell of a workbook to be made: its words, a number, a truth value, an error's code, or a formula's result. */
export interface MadeCell {
  readonly row: number
  readonly column: number
  readonly value: string | number | boolean | { readonly error: number } | { readonly result: string | number }
  /** The index of its format in `formats`. */
  readonly format?: number
}

/** A workbook to be made. */
export interface MadeWorkbook {
  readonly sheets: readonly {
    readonly name: string
    readonly cells: readonly MadeCell[]
    readonly isHidden?: boolean
    /** First and last row, first and last column. */
    readonly merged?: readonly (readonly [number, number, number, number])[]
  }[]
  readonly formats?: readonly string[]
  readonly uses1904?: boolean
  readonly hasPassword?: boolean
  /** Bytes of the table of strings after which a CONTINUE record begins. */
  readonly stringsPerRecord?: number
  readonly version?: 'Excel 97' | 'Excel 95'
  /** For Excel 95: words in its code page. */
  readonly encode?: (words: string) => Uint8Array
}

/** The Workbook stream of an .xls (MS-XLS). */
export function makeXlsStream(workbook: MadeWorkbook): Uint8Array {
  const isOld = workbook.version === 'Excel 95'
  const strings: string[] = []
  const bodies = workbook.sheets.map((sheet) => sheetRecords(sheet, strings, workbook))
  const name = (words: string): Uint8Array => (isOld ? oldString(words, 1, workbook) : shortString(words))
  const globals = (starts: readonly number[]): Uint8Array =>
    joined([
      begin(5, isOld),
      ...(workbook.hasPassword === true ? [record(0x2f, new Uint8Array(6))] : []),
      record(0x42, uint16(isOld ? 936 : 1200)),
      record(0x22, uint16(workbook.uses1904 === true ? 1 : 0)),
      ...(workbook.formats ?? []).map((code, i) =>
        isOld
          ? record(0x1e, joined([uint16(164 + i), oldString(code, 1, workbook)]))
          : record(0x41e, joined([uint16(164 + i), longString(code)])),
      ),
      record(0xe0, new Uint8Array(20)),
      ...(workbook.formats ?? []).map((_, i) => record(0xe0, joined([uint16(0), uint16(164 + i), new Uint8Array(16)]))),
      ...workbook.sheets.map((sheet, i) =>
        record(
          0x85,
          joined([uint32(starts[i] ?? 0), Uint8Array.of(sheet.isHidden === true ? 1 : 0, 0), name(sheet.name)]),
        ),
      ),
      ...(isOld ? [] : sharedStrings(strings, workbook.stringsPerRecord)),
      record(0x0a, new Uint8Array(0)),
    ])
  let at = globals([]).length
  const starts = bodies.map(({ length }) => (at += length) - length)
  return joined([globals(starts), ...bodies])
}

/** An .xls file. `others` are streams besides, by their paths. */
export function makeXls(workbook: MadeWorkbook, others: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, workbook.version === 'Excel 95' ? '/Book' : '/Workbook', makeXlsStream(workbook))
  for (const [path, bytes] of Object.entries(others)) CFB.utils.cfb_add(container, path, bytes)
  return new Uint8Array(CFB.write(container, { type: 'array' }))
}

function sheetRecords(
  { cells, merged = [] }: MadeWorkbook['sheets'][number],
  strings: string[],
  workbook: MadeWorkbook,
): Uint8Array {
  const isOld = workbook.version === 'Excel 95'
  return joined([
    begin(0x10, isOld),
    ...cells.flatMap((cell) => cellRecords(cell, strings, workbook)),
    ...(merged.length === 0
      ? []
      : [record(0xe5, joined([uint16(merged.length), ...merged.map((area) => joined(area.map(uint16)))]))]),
    record(0x0a, new Uint8Array(0)),
  ])
}

function cellRecords(
  { row, column, value, format }: MadeCell,
  strings: string[],
  workbook: MadeWorkbook,
): Uint8Array[] {
  const place = joined([uint16(row), uint16(column), uint16(format === undefined ? 0 : format + 1)])
  if (typeof value === 'string') {
    if (workbook.version === 'Excel 95') return [record(0x204, joined([place, oldString(value, 2, workbook)]))]
    const index = strings.includes(value) ? strings.indexOf(value) : strings.push(value) - 1
    return [record(0xfd, joined([place, uint32(index)]))]
  }
  if (typeof value === 'number') {
    const isShort = Number.isInteger(value * 100) && Math.abs(value) < 1_000_000
    return isShort
      ? [record(0x27e, joined([place, uint32(((Math.round(value * 100) << 2) | 3) >>> 0)]))]
      : [record(0x203, joined([place, double(value)]))]
  }
  if (typeof value === 'boolean') return [record(0x205, joined([place, Uint8Array.of(value ? 1 : 0, 0)]))]
  if ('error' in value) return [record(0x205, joined([place, Uint8Array.of(value.error, 1)]))]
  const { result } = value
  const shown = typeof result === 'number' ? double(result) : Uint8Array.of(0, 0, 0, 0, 0, 0, 0xff, 0xff)
  const formula = record(0x06, joined([place, shown, new Uint8Array(8)]))
  return typeof result === 'number' ? [formula] : [formula, record(0x207, longString(result))]
}

/** Cut wherever a record is full, also inside a string, which then says again how wide its characters are. */
function sharedStrings(strings: readonly string[], most = 8000): Uint8Array[] {
  const parts: number[][] = [[...uint32(strings.length), ...uint32(strings.length)]]
  for (const words of strings) {
    let part = parts.at(-1) ?? []
    if (part.length + 3 > most) parts.push((part = []))
    part.push(...uint16(words.length), 1)
    for (const unit of utf16Units(words)) {
      if (part.length + 2 > most) parts.push((part = [1]))
      part.push(...uint16(unit))
    }
  }
  return parts.map((part, i) => record(i === 0 ? 0xfc : 0x3c, Uint8Array.from(part)))
}

function utf16Units(words: string): number[] {
  return Array.from({ length: words.length }, (_, i) => words.charCodeAt(i))
}

function begin(kind: number, isOld: boolean): Uint8Array {
  const version = joined([uint16(isOld ? 0x500 : 0x600), uint16(kind), uint16(0), uint16(0)])
  return record(0x809, isOld ? version : joined([version, uint32(0), uint32(6)]))
}

function record(type: number, body: Uint8Array): Uint8Array {
  return joined([uint16(type), uint16(body.length), body])
}

function shortString(words: string): Uint8Array {
  return joined([Uint8Array.of(words.length, 1), ...utf16Units(words).map(uint16)])
}

function longString(words: string): Uint8Array {
  return joined([uint16(words.length), Uint8Array.of(1), ...utf16Units(words).map(uint16)])
}

function oldString(words: string, lengthSize: 1 | 2, { encode }: MadeWorkbook): Uint8Array {
  const bytes = encode?.(words) ?? new TextEncoder().encode(words)
  return joined([lengthSize === 1 ? Uint8Array.of(bytes.length) : uint16(bytes.length), bytes])
}

function uint16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >> 8) & 0xff)
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >>> 24) & 0xff)
}

function double(value: number): Uint8Array {
  return new Uint8Array(new Float64Array([value]).buffer)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

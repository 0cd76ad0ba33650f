import CFB from 'cfb'

/** What a made .doc contains. Settings are lists of sprms as bytes; see `setting`. */
export interface MadeDoc {
  /** In the order of the text; the text of all stories, which `lengths` parts. */
  readonly runs: readonly MadeRun[]
  /** Lengths of the stories in the order of the file header; by default everything is main text. */
  readonly lengths?: readonly number[]
  /** For each paragraph its style and settings, in the order of their end marks (\r and \x07). */
  readonly paragraphs?: readonly { readonly style?: number; readonly settings?: readonly number[] }[]
  readonly styles?: readonly MadeStyle[]
  readonly lists?: readonly (readonly MadeLevel[])[]
  /** Uses of lists: which list, and levels that begin anew. */
  readonly uses?: readonly { readonly list: number; readonly restarts?: Readonly<Record<number, number>> }[]
  readonly flags?: number
  readonly version?: number
}

/** Words formatted alike. */
export interface MadeRun {
  readonly words: string
  readonly settings?: readonly number[]
  /** Stored in eight bits. */
  readonly narrow?: boolean
  /** Place in the file: runs with a higher one lie further back, as after a quick save. */
  readonly order?: number
}

export interface MadeStyle {
  readonly builtIn: number
  readonly basedOn?: number
  readonly paragraph?: readonly number[]
  readonly characters?: readonly number[]
}

export interface MadeLevel {
  /** Number of the format in MSONFC. */
  readonly format: number
  /** "%1" stands for the number of the first level. */
  readonly text: string
  readonly start?: number
  readonly suffix?: number
}

/** A sprm as bytes, its operand of the size the code asks for. */
export function setting(code: number, ...operand: readonly number[]): number[] {
  return [code & 0xff, code >> 8, ...operand]
}

const TEXT_START = 0x600
const PAGE = 512

/** The bytes of a Word 97 document as simple as it can be (MS-DOC): one page of formatting for each kind. */
export function makeDoc(doc: MadeDoc): Uint8Array {
  const { word, table } = makeStreams(doc)
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/WordDocument', word)
  CFB.utils.cfb_add(container, '/1Table', table)
  return new Uint8Array(CFB.write(container, { type: 'array' }))
}

function makeStreams(doc: MadeDoc): { word: Uint8Array; table: Uint8Array } {
  const placed = placeRuns(doc.runs)
  const textEnd = Math.max(TEXT_START, ...placed.map(({ offset, bytes }) => offset + bytes.length))
  const characterPage = Math.ceil(textEnd / PAGE)
  const word = new Uint8Array((characterPage + 2) * PAGE)
  for (const { offset, bytes } of placed) word.set(bytes, offset)
  const marks = placed.flatMap(endMarks).map((end, i) => ({ end, ...doc.paragraphs?.[i] }))
  word.set(characterFkp(placed), characterPage * PAGE)
  word.set(paragraphFkp(marks), (characterPage + 1) * PAGE)
  const bins = (page: number): number[] => [...int32(TEXT_START), ...int32(textEnd), ...int32(page)]
  const total = doc.runs.reduce((sum, { words }) => sum + words.length, 0)
  const structures = new Map([
    [1, styleSheet(doc.styles ?? [{ builtIn: 0 }])],
    [12, bins(characterPage)],
    [13, bins(characterPage + 1)],
    [33, pieceTable(placed)],
    [73, listTable(doc.lists ?? [])],
    [74, listUses(doc.uses ?? [])],
  ])
  const levels = (doc.lists ?? []).flatMap((list) => list.flatMap(levelBytes))
  const table: number[] = []
  const header = new DataView(word.buffer)
  header.setUint16(0, 0xa5ec, true)
  header.setUint16(2, doc.version ?? 0xc1, true)
  header.setUint16(10, doc.flags ?? 0x0200, true)
  header.setUint32(0x18, TEXT_START, true)
  for (const [i, length] of (doc.lengths ?? [total]).entries()) header.setUint32(0x4c + i * 4, length, true)
  for (const [index, bytes] of structures) {
    header.setUint32(0x9a + index * 8, table.length, true)
    header.setUint32(0x9a + index * 8 + 4, bytes.length, true)
    table.push(...bytes, ...(index === 73 ? levels : []))
  }
  return { word, table: Uint8Array.from(table) }
}

interface PlacedRun extends MadeRun {
  readonly offset: number
  readonly bytes: number[]
}

function placeRuns(runs: readonly MadeRun[]): PlacedRun[] {
  let offset = TEXT_START
  const placed = new Map<MadeRun, PlacedRun>()
  for (const run of runs.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))) {
    const bytes = Array.from(run.words.split(''), (char) => char.charCodeAt(0)).flatMap((code) =>
      run.narrow ? [code] : int16(code),
    )
    placed.set(run, { ...run, offset, bytes })
    offset += bytes.length + (bytes.length % 2)
  }
  return runs.flatMap((run) => placed.get(run) ?? [])
}

function endMarks({ words, offset, narrow }: PlacedRun): number[] {
  const width = narrow ? 1 : 2
  return Array.from(words.matchAll(/[\r\x07]/g), ({ index }) => offset + (index + 1) * width)
}

function pieceTable(runs: readonly PlacedRun[]): number[] {
  let at = 0
  const positions = [0, ...runs.map(({ words }) => (at += words.length))]
  const descriptors = runs.flatMap(({ narrow, offset }) => [
    0,
    0,
    ...int32(narrow ? offset * 2 + 0x40000000 : offset),
    0,
    0,
  ])
  const plc = [...positions.flatMap(int32), ...descriptors]
  return [2, ...int32(plc.length), ...plc]
}

/** A page of runs: edges, where the settings of each stand, the settings from the end of the page. */
function fkp(runs: readonly { end: number; entry: readonly number[] }[], start: number, entrySize: number): Uint8Array {
  const page = new Uint8Array(PAGE)
  const view = new DataView(page.buffer)
  page[PAGE - 1] = runs.length
  view.setUint32(0, start, true)
  let free = PAGE - 1
  for (const [i, { end, entry }] of runs.entries()) {
    view.setUint32(4 + i * 4, end, true)
    if (entry.length === 0) continue
    free = (free - entry.length) & ~1
    page.set(entry, free)
    page[(runs.length + 1) * 4 + i * entrySize] = free / 2
  }
  return page
}

function characterFkp(runs: readonly PlacedRun[]): Uint8Array {
  const inFile = runs.toSorted((one, other) => one.offset - other.offset)
  const entries = inFile.map(({ offset, bytes, settings = [] }) => ({
    end: offset + bytes.length + (bytes.length % 2),
    entry: settings.length > 0 ? [settings.length, ...settings] : [],
  }))
  return fkp(entries, TEXT_START, 1)
}

function paragraphFkp(marks: readonly { end: number; style?: number; settings?: readonly number[] }[]): Uint8Array {
  const entries = marks
    .toSorted((one, other) => one.end - other.end)
    .map(({ end, style = 0, settings = [] }) => {
      const bytes = [...int16(style), ...settings]
      return {
        end,
        entry: bytes.length % 2 === 0 ? [0, bytes.length / 2, ...bytes] : [(bytes.length + 1) / 2, ...bytes],
      }
    })
  return fkp(entries, TEXT_START, 13)
}

function styleSheet(styles: readonly MadeStyle[]): number[] {
  const header = [...int16(styles.length), ...int16(10), ...new Array<number>(14).fill(0)]
  const bodies = styles.flatMap(({ builtIn, basedOn = 0xfff, paragraph = [], characters = [] }, number) => {
    const lists = [[...int16(number), ...paragraph], characters].flatMap((list) => [
      ...int16(list.length),
      ...list,
      ...(list.length % 2 ? [0] : []),
    ])
    const style = [
      ...int16(builtIn),
      ...int16(1 | (basedOn << 4)),
      ...int16(2),
      0,
      0,
      0,
      0,
      ...int16(1),
      ...int16(0x41),
      0,
      0,
      ...lists,
    ]
    return [...int16(style.length), ...style, ...(style.length % 2 ? [0] : [])]
  })
  return [...int16(header.length), ...header, ...bodies]
}

function listTable(lists: readonly (readonly MadeLevel[])[]): number[] {
  const entries = lists.flatMap((list, i) => [
    ...int32(i + 100),
    ...new Array<number>(22).fill(0),
    list.length === 1 ? 1 : 0,
    0,
  ])
  return [...int16(lists.length), ...entries]
}

function levelBytes({ format, text, start = 1, suffix = 2 }: MadeLevel): number[] {
  const words = text.replace(/%(\d)/g, (_, digit: string) => String.fromCharCode(Number(digit) - 1))
  const head = [...int32(start), format, 0, ...new Array<number>(9).fill(0), suffix, ...new Array<number>(12).fill(0)]
  return [...head, ...int16(words.length), ...words.split('').flatMap((char) => int16(char.charCodeAt(0)))]
}

function listUses(uses: NonNullable<MadeDoc['uses']>): number[] {
  const entries = uses.flatMap(({ list, restarts = {} }) => [
    ...int32(list + 100),
    ...int32(0),
    ...int32(0),
    Object.keys(restarts).length,
    0,
    0,
    0,
  ])
  const data = uses.flatMap(({ restarts = {} }) => [
    ...int32(0xffffffff),
    ...Object.entries(restarts).flatMap(([level, start]) => [...int32(start), ...int32(Number(level) | 0x10)]),
  ])
  return [...int32(uses.length), ...entries, ...data]
}

function int16(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff]
}

function int32(value: number): number[] {
  return [...int16(value), ...int16(value >>> 16)]
}

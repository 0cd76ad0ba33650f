import type { List, ListLevel, Lists } from '../docx/numbering.ts'
import type { FileHeader } from './file-header.ts'
import { bytesAt, uint16, uint32, uint8 } from './little-endian.ts'
import { SETTING, settingsIn } from './settings.ts'

/** The names ECMA-376 gives to the number formats of MS-OSHARED 2.2.1.3 (MSONFC), by their number. */
export const LIST_FORMATS: readonly string[] = [
  'decimal',
  'upperRoman',
  'lowerRoman',
  'upperLetter',
  'lowerLetter',
  'ordinal',
  'cardinalText',
  'ordinalText',
  'hex',
  'chicago',
  'ideographDigital',
  'japaneseCounting',
  'aiueo',
  'iroha',
  'decimalFullWidth',
  'decimalHalfWidth',
  'japaneseLegal',
  'japaneseDigitalTenThousand',
  'decimalEnclosedCircle',
  'decimalFullWidth2',
  'aiueoFullWidth',
  'irohaFullWidth',
  'decimalZero',
  'bullet',
  'ganada',
  'chosung',
  'decimalEnclosedFullstop',
  'decimalEnclosedParen',
  'decimalEnclosedCircleChinese',
  'ideographEnclosedCircle',
  'ideographTraditional',
  'ideographZodiac',
  'ideographZodiacTraditional',
  'taiwaneseCounting',
  'ideographLegalTraditional',
  'taiwaneseCountingThousand',
  'taiwaneseDigital',
  'chineseCounting',
  'chineseLegalSimplified',
  'chineseCountingThousand',
]
const NO_FORMAT = 0xff
const SUFFIXES: readonly ListLevel['suffix'][] = ['\t', ' ', '']
const LIST_SIZE = 28
const USE_SIZE = 16
const MOST_LISTS = 20_000

/** Reads the automatic lists: by the number paragraphs refer to (an index into PlfLfo, from 1) as `numId` of a .docx. */
export function readLists(header: FileHeader, table: Uint8Array): Lists {
  const definitions = header.placeOf('lists')
  const uses = header.placeOf('listUses')
  if (definitions.length < 2 || uses.length < 4) return new Map()
  return readUses(table, uses.start, readDefinitions(table, definitions.start))
}

/** The lists (PlfLst, MS-DOC 2.9.182) by their identity; their levels stand behind the table, nine for each or one. */
function readDefinitions(table: Uint8Array, start: number): Map<number, Map<number, ListLevel>> {
  const count = Math.min(uint16(table, start), MOST_LISTS)
  const lists = new Map<number, Map<number, ListLevel>>()
  let at = start + 2 + count * LIST_SIZE
  for (let i = 0; i < count; i++) {
    const list = start + 2 + i * LIST_SIZE
    const isSimple = (uint8(table, list + 26) & 1) === 1
    const levels = new Map<number, ListLevel>()
    for (let index = 0; index < (isSimple ? 1 : 9); index++) {
      const { level, end } = readLevel(table, at, index)
      levels.set(index, level)
      at = end
    }
    lists.set(uint32(table, list), levels)
  }
  return lists
}

/** One level (LVL, MS-DOC 2.9.150). Its text holds the numbers of the levels as the characters 0 to 8. */
function readLevel(table: Uint8Array, at: number, index: number): { level: ListLevel; end: number } {
  const format = uint8(table, at + 4)
  const flags = uint8(table, at + 5)
  const characterSize = uint8(table, at + 24)
  const paragraphSize = uint8(table, at + 25)
  const characters = bytesAt(table, at + 28 + paragraphSize, characterSize)
  const textAt = at + 28 + paragraphSize + characterSize
  const length = uint16(table, textAt)
  const words = new TextDecoder('utf-16le').decode(bytesAt(table, textAt + 2, length * 2))
  const level: ListLevel = {
    start: uint32(table, at),
    format: format === NO_FORMAT ? 'none' : (LIST_FORMATS[format] ?? 'decimal'),
    text: Array.from(words, (char) => (char.charCodeAt(0) < 9 ? `%${char.charCodeAt(0) + 1}` : char)).join(''),
    suffix: SUFFIXES[uint8(table, at + 15)] ?? '\t',
    restartsBelow: (flags & 8) === 0 ? index : uint8(table, at + 26),
    isLegal: (flags & 4) !== 0,
    isHidden: [...settingsIn(characters)].some(({ code, operand }) => code === SETTING.isHidden && operand[0] === 1),
    styleId: undefined,
  }
  return { level, end: textAt + 2 + length * 2 }
}

/** The uses of lists (PlfLfo, MS-DOC 2.9.181), with the levels they begin anew or define otherwise. */
function readUses(
  table: Uint8Array,
  start: number,
  definitions: ReadonlyMap<number, ReadonlyMap<number, ListLevel>>,
): Lists {
  const count = Math.min(uint32(table, start), MOST_LISTS)
  const lists = new Map<string, List>()
  let at = start + 4 + count * USE_SIZE
  for (let i = 0; i < count; i++) {
    const use = start + 4 + i * USE_SIZE
    const identity = uint32(table, use)
    const levels = new Map(definitions.get(identity))
    const restarts = new Map<number, number>()
    const overrides = uint8(table, use + 12)
    at += 4
    for (let o = 0; o < overrides; o++) {
      const flags = uint32(table, at + 4)
      const index = flags & 0xf
      if ((flags & 0x10) !== 0) restarts.set(index, uint32(table, at))
      at += 8
      if ((flags & 0x20) === 0) continue
      const { level, end } = readLevel(table, at, index)
      levels.set(index, level)
      if ((flags & 0x10) !== 0) restarts.set(index, level.start)
      at = end
    }
    lists.set(String(i + 1), { family: String(identity), levels, restarts })
  }
  return lists
}

import { ReadingRefusal } from '../refusal.ts'
import { uint16, uint32 } from './little-endian.ts'

/** Where a structure lies in the table stream. */
export interface Place {
  readonly start: number
  readonly length: number
}

/** The parts of a document's text, in the order in which they follow one another (MS-DOC 2.3). */
export type Story =
  | 'main'
  | 'footnotes'
  | 'headers'
  | 'macros'
  | 'comments'
  | 'endnotes'
  | 'textboxes'
  | 'headerTextboxes'

/** What we need of the file information block (FIB, MS-DOC 2.5). */
export interface FileHeader {
  /** The name of the stream that holds the structures. */
  readonly tableName: '0Table' | '1Table'
  /** How many characters each story has. */
  readonly lengths: ReadonlyMap<Story, number>
  /** Where the text of a file without piece table begins in the WordDocument stream. */
  readonly textStart: number
  /** The place of one of the structures numbered in `STRUCTURES`; length 0 if there is none. */
  placeOf(structure: keyof typeof STRUCTURES): Place
}

/** Places in FibRgFcLcb97 (MS-DOC 2.5.6), counted in pairs of start and length. */
const STRUCTURES = {
  styles: 1,
  characterRuns: 12,
  paragraphRuns: 13,
  fonts: 15,
  pieces: 33,
  lists: 73,
  listUses: 74,
} as const

const STORIES: readonly Story[] = [
  'main',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'textboxes',
  'headerTextboxes',
]
const WORD_97 = 0xc1
const FIRST_PLACE = 0x9a

/**
 * Reads the header of a WordDocument stream. Throws a `ReadingRefusal`: `encrypted`, `unsupported` for Word 6 and 95,
 * whose structures are others, `damaged`.
 */
export function readFileHeader(word: Uint8Array): FileHeader {
  const magic = uint16(word, 0)
  const version = uint16(word, 2)
  const flags = uint16(word, 10)
  if ((flags & 0x100) !== 0) throw new ReadingRefusal('encrypted')
  if (magic !== 0xa5ec && version >= WORD_97) throw new ReadingRefusal('damaged')
  if (version < WORD_97) {
    throw new ReadingRefusal(
      'unsupported',
      '是 Word 95 或更早版本的文件，不能读取',
      '请在 Word 或 WPS 中打开，另存为 .docx',
    )
  }
  return {
    tableName: (flags & 0x200) === 0 ? '0Table' : '1Table',
    lengths: new Map(STORIES.map((story, i) => [story, uint32(word, 0x4c + i * 4)])),
    textStart: uint32(word, 0x18),
    placeOf(structure) {
      const at = FIRST_PLACE + STRUCTURES[structure] * 8
      return { start: uint32(word, at), length: uint32(word, at + 4) }
    },
  }
}

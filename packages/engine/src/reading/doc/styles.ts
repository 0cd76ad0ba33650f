import type { Place } from './file-header.ts'
import { bytesAt, uint16 } from './little-endian.ts'
import { SETTING, settingsIn } from './settings.ts'

/** What a style says about what we read; undefined where it says nothing. */
export interface Style {
  /** The number of a built-in style: 1 to 9 headings, 19 to 27 table of contents, 62 title. */
  readonly builtIn: number
  readonly basedOn: number
  readonly outlineLevel: number | undefined
  readonly listUse: number | undefined
  readonly listLevel: number | undefined
  readonly bold: boolean | undefined
  readonly hidden: boolean | undefined
}

/** The style of that number and what it is based on, nearest first. */
export type StyleChain = (style: number) => readonly Style[]

const NO_STYLE = 0xfff
const LONGEST_CHAIN = 15
const PARAGRAPH_STYLE = 1

/** Reads the style sheet (MS-DOC 2.9.271 STSH). */
export function readStyles(place: Place, table: Uint8Array): StyleChain {
  const sheet = bytesAt(table, place.start, place.length)
  const headerSize = uint16(sheet, 0)
  const count = uint16(sheet, 2)
  const baseSize = uint16(sheet, 4)
  const styles: (Style | undefined)[] = []
  let at = 2 + headerSize
  for (let i = 0; i < count && at + 2 <= sheet.length; i++) {
    const size = uint16(sheet, at)
    const bytes = sheet.subarray(at + 2, at + 2 + size)
    styles.push(size > baseSize ? readStyle(bytes, baseSize) : undefined)
    at += 2 + size + (size % 2)
  }
  const chains = new Map<number, readonly Style[]>()
  return (number) => {
    const known = chains.get(number)
    if (known) return known
    const chain: Style[] = []
    for (
      let style = styles[number];
      style && chain.length < LONGEST_CHAIN && !chain.includes(style);
      style = styles[style.basedOn]
    ) {
      chain.push(style)
    }
    chains.set(number, chain)
    return chain
  }
}

function readStyle(bytes: Uint8Array, baseSize: number): Style {
  const kind = uint16(bytes, 2) & 0xf
  const found: { -readonly [Key in keyof Style]: Style[Key] } = {
    builtIn: uint16(bytes, 0) & 0xfff,
    basedOn: uint16(bytes, 2) >> 4,
    outlineLevel: undefined,
    listUse: undefined,
    listLevel: undefined,
    bold: undefined,
    hidden: undefined,
  }
  for (const list of settingLists(bytes, baseSize, kind)) {
    for (const { code, operand } of settingsIn(list)) {
      const value = operand[0] ?? 0
      if (code === SETTING.outlineLevel) found.outlineLevel = value
      else if (code === SETTING.listUse) found.listUse = uint16(operand, 0)
      else if (code === SETTING.listLevel) found.listLevel = value
      else if (code === SETTING.isBold) found.bold = value === 1
      else if (code === SETTING.isHidden) found.hidden = value === 1
    }
  }
  if (found.basedOn === NO_STYLE) found.basedOn = -1
  return found
}

/** The lists of settings behind a style's name: for paragraph styles first the paragraph's, then the characters'. */
function* settingLists(bytes: Uint8Array, baseSize: number, kind: number): Generator<Uint8Array> {
  const count = uint16(bytes, 4) & 0xf
  let at = baseSize + 2 + uint16(bytes, baseSize) * 2 + 2
  for (let i = 0; i < Math.min(count, 2) && at + 2 <= bytes.length; i++) {
    const size = uint16(bytes, at)
    const isParagraph = kind === PARAGRAPH_STYLE && i === 0
    yield bytes.subarray(at + 2 + (isParagraph ? 2 : 0), at + 2 + size)
    at += 2 + size + (size % 2)
  }
}

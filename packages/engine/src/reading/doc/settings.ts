import { uint16, uint8 } from './little-endian.ts'

/** One setting of a paragraph, character run, or table row: a "single property modifier" (sprm, MS-DOC 2.2.5.1). */
export interface Setting {
  readonly code: number
  readonly operand: Uint8Array
}

/** The codes we understand (MS-DOC 2.6). */
export const SETTING = {
  isDeleted: 0x0800,
  isInserted: 0x0801,
  isHidden: 0x083c,
  isBold: 0x0835,
  isSpecial: 0x0855,
  characterStyle: 0x4a30,
  symbol: 0x6a09,
  paragraphStyle: 0x4600,
  outlineLevel: 0x2640,
  listLevel: 0x260a,
  listUse: 0x460b,
  inTable: 0x2416,
  isRowEnd: 0x2417,
  tableDepth: 0x6649,
  isInnerCell: 0x244b,
  isInnerRowEnd: 0x244c,
  rowDefinition: 0xd608,
  verticalMerge: 0xd62b,
  /** The settings lie in the Data stream, at the operand (sprmPHugePapx, its older form, sprmPTableProps). */
  elsewhere: 0x6646,
  elsewhereOld: 0x6645,
  tableElsewhere: 0x646b,
} as const

/** Operand sizes by the code's highest three bits; 6 has its size in front. */
const SIZES: readonly number[] = [1, 1, 2, 4, 2, 2, -1, 3]
const CHANGE_TABS = 0xc615

/** The settings in a list of them (grpprl), in order; a list that is cut off ends with the last whole one. */
export function* settingsIn(list: Uint8Array): Generator<Setting> {
  for (let at = 0; at + 2 < list.length;) {
    const code = uint16(list, at)
    at += 2
    let size = SIZES[code >> 13] ?? 1
    if (size < 0) {
      if (code === SETTING.rowDefinition) {
        if (at + 2 > list.length) return
        size = uint16(list, at) - 1
        at += 2
      } else {
        size = uint8(list, at)
        at += 1
        if (code === CHANGE_TABS && size === 255) return
      }
    }
    if (size < 0 || at + size > list.length) return
    yield { code, operand: list.subarray(at, at + size) }
    at += size
  }
}

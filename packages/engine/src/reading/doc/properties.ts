import type { Paragraph } from '../source-document.ts'
import { bytesAt, int16, uint16, uint32, uint8 } from './little-endian.ts'
import { SETTING, settingsIn, type Setting } from './settings.ts'
import type { Style, StyleChain } from './styles.ts'

/** How a run of characters looks, as far as we care; undefined where its styles decide. */
export interface Look {
  readonly isDeleted: boolean
  readonly isInserted: boolean
  /** A toggle (MS-DOC 2.9.327): 0 off, 1 on, 128 as the style, 129 the opposite of the style. */
  readonly bold: number | undefined
  readonly hidden: number | undefined
  readonly style: number | undefined
  /** A sign of a symbol font, instead of the character in the text: the font's number and the code. */
  readonly symbol: { readonly font: number; readonly code: number } | undefined
}

/** The look of a run from its settings; later ones win. */
export function lookOf(...lists: readonly (Uint8Array | undefined)[]): Look {
  const look: { -readonly [Key in keyof Look]: Look[Key] } = {
    isDeleted: false,
    isInserted: false,
    bold: undefined,
    hidden: undefined,
    style: undefined,
    symbol: undefined,
  }
  for (const { code, operand } of allSettings(lists)) {
    const value = operand[0] ?? 0
    if (code === SETTING.isDeleted) look.isDeleted = value === 1
    else if (code === SETTING.isInserted) look.isInserted = value === 1
    else if (code === SETTING.isBold) look.bold = value
    else if (code === SETTING.isHidden) look.hidden = value
    else if (code === SETTING.characterStyle) look.style = uint16(operand, 0)
    else if (code === SETTING.symbol) look.symbol = { font: uint16(operand, 0), code: uint16(operand, 2) }
  }
  return look
}

/** A toggle's value for words in a paragraph; what paragraph and character style both switch on is off. */
export function isOn(
  property: 'bold' | 'hidden',
  look: Look,
  paragraph: readonly Style[],
  styles: StyleChain,
): boolean {
  const own = look[property]
  if (own === 0 || own === 1) return own === 1
  const characters = look.style === undefined ? [] : styles(look.style)
  const byStyles = valueIn(paragraph, property) !== valueIn(characters, property)
  return own === 129 ? !byStyles : byStyles
}

function valueIn(chain: readonly Style[], property: 'bold' | 'hidden'): boolean {
  return chain.find((style) => style[property] !== undefined)?.[property] ?? false
}

/** A row's cells: the places of their edges in twentieths of a point, and how each is merged. */
export interface RowDefinition {
  readonly edges: readonly number[]
  readonly merges: readonly { readonly goesOnFromLeft: boolean; readonly vertical: 'none' | 'begins' | 'goesOn' }[]
}

/** What we read of a paragraph's properties. */
export interface ParagraphProperties {
  readonly chain: readonly Style[]
  readonly rank: Pick<Paragraph, 'style' | 'level'>
  readonly isContents: boolean
  /** A list and the level in it, or undefined. */
  readonly list: { readonly use: number; readonly level: number } | undefined
  readonly inTable: boolean
  /** 1 for a cell of a table that stands in no other table. */
  readonly depth: number
  readonly isRowEnd: boolean
  readonly isInnerRowEnd: boolean
  readonly row: RowDefinition | undefined
}

/** Settings that lie in another stream are looked up in it. */
export function propertiesOf(
  style: number,
  lists: readonly (Uint8Array | undefined)[],
  data: Uint8Array,
  styles: StyleChain,
): ParagraphProperties {
  const settings = Array.from(allSettings(lists)).flatMap((setting) => withElsewhere(setting, data))
  const last = (code: number): Uint8Array | undefined => settings.findLast((setting) => setting.code === code)?.operand
  const isSet = (code: number): boolean => last(code)?.[0] === 1
  const named = last(SETTING.paragraphStyle)
  const chain = styles(named ? uint16(named, 0) : style)
  const depth = last(SETTING.tableDepth)
  const use = last(SETTING.listUse)
  return {
    chain,
    rank: rankOf(last(SETTING.outlineLevel)?.[0], chain),
    isContents: chain.some(({ builtIn }) => builtIn >= 19 && builtIn <= 27),
    list: listOf(use && uint16(use, 0), last(SETTING.listLevel)?.[0], chain),
    inTable: isSet(SETTING.inTable) || (depth !== undefined && uint32(depth, 0) > 0),
    depth: depth ? uint32(depth, 0) : 1,
    isRowEnd: isSet(SETTING.isRowEnd),
    isInnerRowEnd: isSet(SETTING.isInnerRowEnd),
    row: rowOf(last(SETTING.rowDefinition), settings),
  }
}

function* allSettings(lists: readonly (Uint8Array | undefined)[]): Generator<Setting> {
  for (const list of lists) if (list) yield* settingsIn(list)
}

function withElsewhere(setting: Setting, data: Uint8Array): Setting[] {
  const { code, operand } = setting
  if (code !== SETTING.elsewhere && code !== SETTING.elsewhereOld && code !== SETTING.tableElsewhere) return [setting]
  const at = uint32(operand, 0)
  return at + 2 > data.length
    ? []
    : [...settingsIn(bytesAt(data, at + 2, Math.min(uint16(data, at), data.length - at - 2)))]
}

const TITLES = new Set([62, 74])
const BODY_LEVEL = 9

/** Title, heading with its level, or body, as in a .docx: the paragraph's own outline level, then its styles. */
function rankOf(own: number | undefined, chain: readonly Style[]): ParagraphProperties['rank'] {
  if (own !== undefined) return headingAt(own)
  for (const { builtIn, outlineLevel } of chain) {
    if (TITLES.has(builtIn)) return { style: 'title' }
    if (outlineLevel !== undefined) return headingAt(outlineLevel)
    if (builtIn >= 1 && builtIn <= 9) return { style: 'heading', level: builtIn }
  }
  return { style: 'body' }
}

function headingAt(outlineLevel: number): ParagraphProperties['rank'] {
  return outlineLevel < BODY_LEVEL ? { style: 'heading', level: outlineLevel + 1 } : { style: 'body' }
}

/** From F801 on a list only indents a paragraph, 0 takes it out of the list of its style (MS-DOC 2.6.2 sprmPIlfo). */
function listOf(
  own: number | undefined,
  ownLevel: number | undefined,
  chain: readonly Style[],
): ParagraphProperties['list'] {
  const use = own ?? chain.find(({ listUse }) => listUse !== undefined)?.listUse ?? 0
  if (use === 0 || use >= 0xf801) return undefined
  return { use, level: ownLevel ?? chain.find(({ listLevel }) => listLevel !== undefined)?.listLevel ?? 0 }
}

const CELL_SIZE = 20

/** Reads a row's definition (TDefTableOperand, MS-DOC 2.9.324); vertical merges may be set on their own. */
function rowOf(operand: Uint8Array | undefined, settings: readonly Setting[]): RowDefinition | undefined {
  if (!operand) return undefined
  const count = uint8(operand, 0)
  const edges = Array.from({ length: count + 1 }, (_, i) => int16(operand, 1 + i * 2))
  const flags = Array.from({ length: count }, (_, i) => {
    const at = 1 + (count + 1) * 2 + i * CELL_SIZE
    return at + 2 <= operand.length ? uint16(operand, at) : 0
  })
  for (const { code, operand: merge } of settings) {
    const cell = merge[0] ?? 0
    if (code === SETTING.verticalMerge && cell < count)
      flags[cell] = ((flags[cell] ?? 0) & ~0x60) | (((merge[1] ?? 0) & 3) << 5)
  }
  const merges = flags.map((flag) => {
    const vertical = (flag >> 5) & 3
    return {
      goesOnFromLeft: (flag & 2) !== 0,
      vertical: vertical === 0 ? 'none' : vertical === 1 ? 'goesOn' : 'begins',
    } as const
  })
  return { edges, merges }
}

import { escapeMarkup } from '../../../wording/escape-markup.ts'
import { numberWords, readNumber } from '../../../wording/number-text.ts'
import type { CellValue } from '../../source-document.ts'
import { asCounted, type DateSystem, serialOf } from '../calendar.ts'
import { isDateFormat } from '../format-code.ts'
import { addressOf } from '../sheet-cells.ts'

/** What a cell is to say; empty text makes it blank. */
export interface CellContent {
  readonly text: string
  /** The calendar date it means, `yyyy-mm-dd`. */
  readonly date?: string
  /**
   * What it is in the workbook it comes from: it stays a number with all its digits, a day or a text, and keeps its
   * number format where the cell's own would show something else. Without it, words are written as a number or a day
   * only where nothing of them is lost.
   */
  readonly value?: CellValue
}

export type Held = 'number' | 'text'

/** Where a cell is written. Row and column from 0. */
export interface CellSpot {
  readonly row: number
  readonly column: number
  /** Its style index, empty for the default. */
  readonly style: string
  /** What the file has there now, or in the row it is like; undefined if nothing. */
  readonly held?: Held | undefined
}

/** What is known of a workbook when cells are written. */
export interface CellWriting {
  /** What names of elements begin with. */
  readonly prefix: string
  readonly formatOf: (style: number) => string
  /** The index of a style that looks like another but for its number format. */
  readonly styleWith: (style: string, format: string) => string
  readonly dateSystem: DateSystem
}

/**
 * The XML of a cell. Text is written into the cell itself (`inlineStr`, ECMA-376 part 1, 18.18.11), so that the
 * workbook's table of shared strings stays as it is.
 */
export function cellXml(spot: CellSpot, content: CellContent, writing: CellWriting): string {
  const { prefix: p } = writing
  const own = writing.formatOf(Number(spot.style === '' ? 0 : spot.style))
  const format = formatFor(content, own)
  const style = format === own ? spot.style : writing.styleWith(spot.style, format)
  const start = `<${p}c r="${addressOf(spot.row, spot.column)}"${style === '' ? '' : ` s="${style}"`}`
  if (content.text === '') return `${start}/>`
  const number = numberIn(content, { format, held: spot.held }, writing.dateSystem)
  if (number !== null) return `${start}><${p}v>${number}</${p}v></${p}c>`
  const { type, raw = '' } = content.value ?? {}
  if (type === 'truth') return `${start} t="b"><${p}v>${raw}</${p}v></${p}c>`
  return `${start} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escapeMarkup(type === 'text' && raw !== '' ? raw : content.text)}</${p}t></${p}is></${p}c>`
}

/** The number format a cell needs to show what it is to say: its own, if that will do. */
function formatFor({ text, value }: CellContent, own: string): string {
  if (value === undefined || text === '' || value.format === own) return own
  if (value.type === 'text') return value.format === '@' ? '@' : own
  if (value.format !== 'General') return value.format
  return own === '@' || isDateFormat(own) ? 'General' : own
}

/** A month written short, and numbers so long that the format General would show them with an exponent. */
const UNCERTAIN = /^(?:19|20)\d\d\.\d{1,2}$|^-?\d{12}/

/** A number or day as the file stores it; null for text. */
function numberIn(
  { text, date, value }: CellContent,
  { format, held }: { readonly format: string; readonly held: Held | undefined },
  system: DateSystem,
): string | null {
  if (value !== undefined) {
    if (value.type !== 'number') return null
    return date === undefined ? value.raw : asCounted(value.raw, system)
  }
  if (isDateFormat(format)) return date === undefined ? null : String(serialOf(date, system))
  const number = format === '@' || held === 'text' ? null : readNumber(text)
  if (number === null) return null
  const isMeant = held === 'number' || (format !== 'General' && /[0#?]/.test(format))
  return isMeant || (numberWords(number) === text && !UNCERTAIN.test(text)) ? numberWords(number) : null
}

import { escapeMarkup } from '../../../wording/escape-markup.ts'
import { type DateSystem, serialOf } from '../calendar.ts'
import { parseFormat } from '../format-code.ts'
import { addressOf } from '../sheet-cells.ts'

/** What a cell is to say; empty text makes it blank. */
export interface CellContent {
  readonly text: string
  /** The calendar date it means, `yyyy-mm-dd`: written as a date where the cell is formatted as one. */
  readonly date?: string
}

/** What is known of a workbook when cells are written. */
export interface CellWriting {
  /** What names of elements begin with. */
  readonly prefix: string
  readonly formatOf: (style: number) => string
  readonly dateSystem: DateSystem
}

/** Numbers Excel keeps to the last digit; identity numbers are longer and stay text. */
const NUMBER = /^-?(?:0|[1-9]\d{0,13})(?:\.\d{1,10})?$/

/**
 * The XML of a cell. Text is written into the cell itself (`inlineStr`, ECMA-376 part 1, 18.18.11), so that the
 * workbook's table of shared strings stays as it is.
 */
export function cellXml(
  place: { readonly row: number; readonly column: number; readonly style: string },
  content: CellContent,
  writing: CellWriting,
): string {
  const { prefix: p } = writing
  const style = place.style === '' ? '' : ` s="${place.style}"`
  const start = `<${p}c r="${addressOf(place.row, place.column)}"${style}`
  if (content.text === '') return `${start}/>`
  const number = numberIn(content, place.style, writing)
  if (number !== null) return `${start}><${p}v>${number}</${p}v></${p}c>`
  return `${start} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escapeMarkup(content.text)}</${p}t></${p}is></${p}c>`
}

/** A number or date as the file stores it; null for text, also where the cell is formatted as text. */
function numberIn({ text, date }: CellContent, style: string, { formatOf, dateSystem }: CellWriting): string | null {
  const format = formatOf(Number(style === '' ? 0 : style))
  const isDate = parseFormat(format)[0]?.isDate === true
  if (date !== undefined && isDate) return String(serialOf(date, dateSystem))
  return !isDate && format !== '@' && NUMBER.test(text) ? text : null
}

import type { CellValue } from '../source-document.ts'
import { fromFirstDay, serialOf } from './calendar.ts'
import { isDateFormat } from './format-code.ts'
import { createNumberWriter, showText } from './number-format.ts'
import type { RawValue, SheetReading } from './sheet-cells.ts'
import type { Workbook } from './workbook.ts'

/** Shows values as a cell does, and says what they are. */
export function createValueWriter(
  workbook: Pick<Workbook, 'dateSystem' | 'formatOf'>,
  strings: readonly string[],
): SheetReading['show'] {
  const writeNumber = createNumberWriter(workbook.dateSystem)
  const texts = new Map<string, CellValue>()
  /** One value for all texts of a format: a workbook has millions. */
  const textIn = (format: string): CellValue => {
    const value = texts.get(format) ?? { type: 'text', raw: '', format }
    texts.set(format, value)
    return value
  }
  return ({ type, style, value: written }: RawValue) => {
    const format = workbook.formatOf(style)
    const number = type === 'n' ? Number(written) : Number.NaN
    if (Number.isFinite(number)) {
      const shown = writeNumber(number, format)
      const raw = shown.date === undefined ? written.trim() : fromFirstDay(written.trim(), workbook.dateSystem)
      return { ...shown, value: { type: 'number', raw, format } }
    }
    if (type === 'b') {
      const isTrue = written === '1' || written === 'true'
      return { text: isTrue ? 'TRUE' : 'FALSE', value: { type: 'truth', raw: isTrue ? '1' : '0', format } }
    }
    if (type === 'd') return isoDay(written, format) ?? { text: written, value: textIn(format) }
    const words = type === 's' ? (strings[Number(written)] ?? '') : written.replaceAll('\r', '').trim()
    if (type === 'e') return { text: words, value: { type: 'error', raw: words, format } }
    const text = showText(words, format)
    return { text, value: text === words ? textIn(format) : { type: 'text', raw: words, format } }
  }
}

/** A cell that has its day in words (`2026-06-30T00:00:00`), as strict workbooks may. */
function isoDay(written: string, format: string): ReturnType<SheetReading['show']> | undefined {
  const [date, year = '', month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(written) ?? []
  if (date === undefined) return undefined
  const shown = isDateFormat(format) ? format : 'yyyy/m/d'
  const value: CellValue = { type: 'number', raw: String(serialOf(date, 1900)), format: shown }
  return { text: `${year}/${Number(month)}/${Number(day)}`, date, value }
}

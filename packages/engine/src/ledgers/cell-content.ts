import type { Cell, CellValue } from '../reading/source-document.ts'
import { isDateFormat } from '../reading/xlsx/format-code.ts'
import { readDate } from '../wording/chinese-date.ts'
import { numberWords, readNumber } from '../wording/number-text.ts'
import type { LedgerField } from '../tables/header-names.ts'

/** Columns whose words are dates: there “2026年3月” and its last day mean the same. */
const DATE_FIELDS: ReadonlySet<LedgerField> = new Set(['start', 'deadline', 'strikeOffDate'])

/** Texts made of nothing but what dates are written with. */
const ONLY_DATE =
  /^[\d０-９〇○零一二三四五六七八九十年月日号第季度上下半中旬底初末前以内之截止至完成./\-—–－．\s]{4,24}$/
/** Figures that are no amount: in a cell of text “1.10” is not 1.1, nor is “0012” 12. */
const NO_AMOUNT = /^-?0\d|^-?\d*\.\d*0$/
const QUOTES = /["'“”‘’「」『』＂＇`]/g
const DASHES = /[‐‑‒–—―─－〜～~]{1,4}/g
const TICKS = /[✓✔☑]/g
const LAST_STOP = /[。.;,、]{1,3}$/

/** What of a cell tells what it says. */
export type CellWords = Pick<Cell, 'text' | 'date' | 'value'>

/**
 * What a cell says, apart from how it is written: two cells with equal contents differ at most in blanks, full-width
 * signs, quotation marks, a last full stop, or the way a date or number is written (2026年3月底, 2026.3.31, a date cell).
 * Empty for a blank cell.
 */
export function contentOf(cell: CellWords | null, field: LedgerField = 'unknown'): string {
  if (!cell) return ''
  const { value, date: day } = cell
  if (value?.type === 'number' && day === undefined && !isDateFormat(value.format)) return `number:${amountOf(value)}`
  if (cell.date !== undefined) return `date:${cell.date}`
  const date = dateIn(cell.text, field)
  if (date !== null) return `date:${date}`
  const words = plainWords(cell.text)
  if (value?.type === 'text' && NO_AMOUNT.test(words)) return words
  const number = readNumber(words)
  return number === null ? words : `number:${numberWords(number)}`
}

/** True if two cells say the same. Where only one of them has a value behind its words, the words are compared. */
export function isSameContent(a: CellWords | null, b: CellWords | null, field: LedgerField): boolean {
  if (contentOf(a, field) === contentOf(b, field)) return true
  const isTyped = [a, b].map((cell) => cell === null || cell.value !== undefined)
  return isTyped.includes(false) && shownContent(a, field) === shownContent(b, field)
}

function shownContent(cell: CellWords | null, field: LedgerField): string {
  return contentOf(
    cell === null ? null : { text: cell.text, ...(cell.date === undefined ? {} : { date: cell.date }) },
    field,
  )
}

/** The words of a cell for a reader: as shown, but a number that shows fewer digits than it has in full. */
export function spokenWords(cell: CellWords | null | undefined): string {
  if (!cell) return ''
  const text = cell.text.trim()
  const shown = cell.value?.type === 'number' && cell.date === undefined ? readNumber(text) : null
  const amount = cell.value === undefined || shown === null ? text : amountOf(cell.value)
  return shown === null || numberWords(shown) === amount ? text : amount
}

function amountOf({ raw }: CellValue): string {
  return numberWords(Number(raw))
}

/** The words of a text without what only lays them out. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(QUOTES, '')
    .replace(DASHES, '-')
    .replace(TICKS, '√')
    .replace(LAST_STOP, '')
}

function dateIn(text: string, field: LedgerField): string | null {
  const words = text.trim()
  if (!ONLY_DATE.test(words)) return null
  // A bare number is a date only where dates stand.
  if (/^\d+(?:\.\d+)?$/.test(words) && !DATE_FIELDS.has(field)) return null
  const read = readDate(words)
  if (read.kind !== 'date' || read.date === undefined || read.from !== undefined) return null
  const isExact = read.precision === 'day' || DATE_FIELDS.has(field) || /[底末前内]/.test(words)
  return isExact ? read.date : null
}

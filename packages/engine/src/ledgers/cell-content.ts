import type { Cell } from '../reading/source-document.ts'
import { readDate } from '../wording/chinese-date.ts'
import type { LedgerField } from '../tables/header-names.ts'

/** Columns whose words are dates: there “2026年3月” and its last day mean the same. */
const DATE_FIELDS: ReadonlySet<LedgerField> = new Set(['start', 'deadline', 'strikeOffDate'])

/** Texts made of nothing but what dates are written with. */
const ONLY_DATE =
  /^[\d０-９〇○零一二三四五六七八九十年月日号第季度上下半中旬底初末前以内之截止至完成./\-—–－．\s]{4,24}$/
const NUMBER = /^-?\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,12})?%?$|^-?\d{1,15}(?:\.\d{1,12})?%?$/
const QUOTES = /["'“”‘’「」『』＂＇`]/g
const DASHES = /[‐‑‒–—―─－〜～~]{1,4}/g
const TICKS = /[✓✔☑]/g
const LAST_STOP = /[。.;,、]{1,3}$/

/**
 * What a cell says, apart from how it is written: two cells with equal contents differ at most in blanks, full-width
 * signs, quotation marks, a last full stop, or the way a date or number is written (2026年3月底, 2026.3.31, a date cell).
 * Empty for a blank cell.
 */
export function contentOf(cell: Pick<Cell, 'text' | 'date'> | null, field: LedgerField = 'unknown'): string {
  if (!cell) return ''
  if (cell.date !== undefined) return `date:${cell.date}`
  const date = dateIn(cell.text, field)
  if (date !== null) return `date:${date}`
  const words = plainWords(cell.text)
  return NUMBER.test(words) ? numberIn(words) : words
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

function numberIn(words: string): string {
  const value = Number(words.replaceAll(',', '').replace('%', ''))
  return `number:${words.endsWith('%') ? value / 100 : value}`
}

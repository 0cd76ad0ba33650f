/** A date or deadline as people write it. */
export interface ReadDate {
  /** The last day meant, `yyyy-mm-dd`; absent where no day can be told. */
  readonly date?: string
  readonly precision: 'day' | 'month' | 'quarter' | 'half' | 'year' | 'none'
  readonly kind: 'date' | 'immediate' | 'sustained' | 'done' | 'unclear'
  readonly text: string
}

const DIGITS = '〇一二三四五六七八九'
const QUARTER_END = ['03-31', '06-30', '09-30', '12-31']

/**
 * Reads a date in any form found in ledgers: 2024年3月31日, 2024.3.31, 20240331, 二〇二四年三月, 3月底前, 一季度末, 年底前,
 * 长期坚持, 立行立改, an Excel serial. Relative forms need `year`; a range counts by its end. Impossible dates are 'unclear'.
 */
export function readDate(written: string, context: { readonly year?: number } = {}): ReadDate {
  const text = written.trim()
  const words = plainDigits(text.normalize('NFKC').replace(/\s/g, ''))
  const kind = kindOfWords(words)
  if (kind) return { precision: 'none', kind, text }
  const end = words.split(/[—–~～至]|-(?=\d{1,2}月|20\d\d)/).at(-1) ?? words
  const startYear = /(20\d\d)/.exec(words)?.[1]
  const year = startYear ? Number(startYear) : context.year
  return { text, ...(dayOf(end, year) ?? periodOf(end, year) ?? { precision: 'none', kind: 'unclear' }) }
}

function kindOfWords(words: string): 'immediate' | 'sustained' | 'done' | null {
  if (/长期|持续(?!到)|常态|经常性|长抓/.test(words)) return 'sustained'
  if (/立行立改|立即|即知即改|马上/.test(words)) return 'immediate'
  return /^已(?:完成|整改|办结|销号)/.test(words) ? 'done' : null
}

/** 二〇二四年十二月 → 2024年12月. */
function plainDigits(words: string): string {
  return words
    .replace(/[○零]/g, '〇')
    .replace(/[〇一二三四五六七八九]{4}(?=年)/g, (year) => [...year].map((char) => DIGITS.indexOf(char)).join(''))
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日])/g, (number) => String(smallNumber(number)))
}

function smallNumber(words: string): number {
  const [tens = '', ones = ''] = words.includes('十') ? words.split('十') : ['0', words]
  const ten = words.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens)) : 0
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones))
}

type Reading = Pick<ReadDate, 'precision' | 'kind'> & { date?: string }

function dayOf(words: string, year: number | undefined): Reading | null {
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(words)?.[1]
  if (serial) return { date: fromSerial(Number(serial)), precision: 'day', kind: 'date' }
  const full = /(20\d\d|\b\d\d(?=[./]))[年./-]?(\d{1,2})[月./-](\d{1,2})|(20\d\d)(\d\d)(\d\d)(?!\d)/.exec(words)
  const [y, m, d] = full ? [full[1] ?? full[4], full[2] ?? full[5], full[3] ?? full[6]] : []
  const short = full ? null : /(?<!\d)(\d{1,2})月(\d{1,2})日?/.exec(words)
  const [yearOf, month, day] = full ? [Number(y), Number(m), Number(d)] : [year, Number(short?.[1]), Number(short?.[2])]
  if (!full && !short) return null
  if (yearOf === undefined) return null
  return calendarDay(yearOf < 100 ? 2000 + yearOf : yearOf, month, day) ?? { precision: 'none', kind: 'unclear' }
}

function periodOf(words: string, year: number | undefined): Reading | null {
  if (year === undefined) return null
  const quarter = /(?:第)?([一二三四1-4])季度/.exec(words)?.[1]
  if (quarter) return { date: `${year}-${QUARTER_END['一二三四'.includes(quarter) ? '一二三四'.indexOf(quarter) : Number(quarter) - 1]}`, precision: 'quarter', kind: 'date' }
  if (/上半年|年中/.test(words)) return { date: `${year}-06-30`, precision: 'half', kind: 'date' }
  const month = /(?<!\d)(\d{1,2})月/.exec(words)?.[1] ?? /20\d\d[./-](\d{1,2})(?!\d)/.exec(words)?.[1]
  if (month) return Number(month) >= 1 && Number(month) <= 12 ? { date: lastOfMonth(year, Number(month)), precision: 'month', kind: 'date' } : null
  if (/年底|年末|年内|下半年|全年|20\d\d年/.test(words)) return { date: `${year}-12-31`, precision: /下半年/.test(words) ? 'half' : 'year', kind: 'date' }
  return null
}

function calendarDay(year: number, month: number, day: number): Reading | null {
  if (!(month >= 1 && month <= 12 && day >= 1) || day > Number(lastOfMonth(year, month).slice(8))) return null
  return { date: `${year}-${two(month)}-${two(day)}`, precision: 'day', kind: 'date' }
}

function lastOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Day 1 of Excel is 1900-01-01; 60 is its 29 February 1900, which never was. */
function fromSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * 86_400_000).toISOString().slice(0, 10)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** The ways in which the same thing is written differently from one document to the next without meaning anything else. */

/** “words” as "words". */
export function straightQuotes(words: string): string {
  return words.replace(/[“”]/g, '"')
}

/** “words” as ‘words’, as inside other quotation marks. */
export function innerQuotes(words: string): string {
  return words.replaceAll('“', '‘').replaceAll('”', '’')
}

/** Full-width percent signs, and a space after each number as some type it. */
export function spacedNumbers(words: string): string {
  return words.replaceAll('%', '％').replace(/(\d)(?=[个份名次眼户座家])/g, '$1 ')
}

/** Digits as an input method in full-width mode leaves them. */
export function fullWidthDigits(words: string): string {
  return words.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

const lengths: Readonly<Record<number, number>> = { 1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 9: 30, 12: 31 }

/** A deadline in prose: the last day of a month as 月底前 or with its day, as the clerk pleases. */
export function proseDeadline(due: string, variant: number): string {
  const [year = '', month = '', day = ''] = due.split('-')
  if (month === '') return due
  const isMonthEnd = Number(day) === lengths[Number(month)]
  if (isMonthEnd && variant % 3 !== 1) return `${year}年${Number(month)}月底前`
  return `${year}年${Number(month)}月${Number(day)}日前`
}

/** A deadline in a cell: a date number, the words of the plan, or digits with full stops. */
export function cellDeadline(due: string, variant: number): string | { date: string } {
  const [year = '', month = '', day = ''] = due.split('-')
  if (month === '') return due
  if (variant % 4 === 1) return `${year}年${Number(month)}月底前`
  if (variant % 4 === 3) return `${year}.${Number(month)}.${Number(day)}`
  return { date: due }
}

/** "2026年1月4日". */
export function proseDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

const separators = ['、', '\n', '，', ' '] as const

/** Units in one cell, in another order and with another separator each time. */
export function unitList(units: readonly string[], variant: number): string {
  const ordered = variant % 2 === 0 ? units : units.toReversed()
  return ordered.join(separators[variant % separators.length])
}

/** A name with or without the space set in names of two characters. */
export function personName(name: string, isSpaced: boolean): string {
  const plain = name.replace(/[\s　]/g, '')
  return isSpaced && plain.length === 2 ? `${plain.slice(0, 1)}　${plain.slice(1)}` : plain
}

const cellStates: Readonly<Record<string, readonly string[]>> = {
  已完成: ['已完成', '完成', '已完成', '已销号'],
  正在推进: ['正在推进', '推进中'],
  长期坚持: ['长期坚持', '长期坚持，持续推进'],
}

/** A state as one of the words used for it in a ledger. */
export function cellState(state: string, variant: number): string {
  const words = cellStates[state] ?? [state]
  return words[variant % words.length] ?? state
}

const reportStates: Readonly<Record<string, readonly string[]>> = {
  已完成: ['该问题已完成整改。', '此问题已整改到位。'],
  正在推进: ['该问题正在推进整改。'],
  长期坚持: ['该问题已取得阶段性成效，长期坚持。'],
}

/** A state as the sentence that ends a problem's paragraph in a report. */
export function reportState(state: string, variant: number): string {
  const words = reportStates[state] ?? [state]
  return words[variant % words.length] ?? state
}

/** 一, 十二 …: a number up to 39 in Chinese. */
export function chineseNumber(value: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return (tens === 0 ? '' : (tens === 1 ? '' : (digits[tens] ?? '')) + '十') + (digits[ones] ?? '')
}

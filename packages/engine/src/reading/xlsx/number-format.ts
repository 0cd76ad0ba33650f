import { formatDate, isoDate, type DateSystem } from './calendar.ts'
import { countedInFigures, inFigures } from './chinese-figures.ts'
import { type FormatCondition, parseFormat, type FormatSection, type FormatToken } from './format-code.ts'

/** Excel's own limit is 30; beyond 15 digits it shows zeros. */
const MOST_DECIMALS = 20

/** A number as a cell shows it. */
export interface ShownNumber {
  readonly text: string
  /** `yyyy-mm-dd` where the format shows a day. */
  readonly date?: string
}

/** Shows numbers in formats of one workbook; formats are taken apart once. */
export function createNumberWriter(system: DateSystem): (value: number, code: string) => ShownNumber {
  const parsed = new Map<string, FormatSection[]>()
  return (value, code) => {
    const sections = parsed.get(code) ?? parseFormat(code)
    parsed.set(code, sections)
    const section = sectionFor(value, sections)
    if (section?.isDate) return showDate(value, section, system)
    if (section === undefined) return { text: general(value) }
    const digits = showNumber(Math.abs(value), section).trim()
    const shown = section.figures === undefined ? digits : inFigures(digits, section.figures)
    const isForNegatives = sections.length > 1 && section.condition === undefined
    const hasSign =
      value < 0 && !isForNegatives && !shown.startsWith('-') && (section.figures !== undefined || /[1-9]/.test(digits))
    return { text: hasSign ? `-${shown}` : shown }
  }
}

/** A text as a cell of a format shows it: `"编号："@` puts words before it. */
export function showText(text: string, code: string): string {
  if (!code.includes('@') || code === '@') return text
  const sections = parseFormat(code)
  const section = sections[3] ?? sections.at(-1)
  return section?.tokens.some(({ kind }) => kind === 'words') ? withLiterals(section.tokens, text) : text
}

/**
 * The section for a number: the first whose condition it meets. Without conditions they stand for positive numbers,
 * negative ones and zero; what is missing is covered by the first.
 */
function sectionFor(value: number, sections: readonly FormatSection[]): FormatSection | undefined {
  const [first, second, third] = sections
  if (first?.condition === undefined && second?.condition === undefined) {
    if (value < 0 && second !== undefined) return second
    return value === 0 && third !== undefined ? third : first
  }
  if (first !== undefined && meets(value, first.condition ?? { sign: '>', limit: 0 })) return first
  if (second === undefined) return undefined
  const isRest = second.condition === undefined && third === undefined
  return isRest || meets(value, second.condition ?? { sign: '<', limit: 0 }) ? second : third
}

function meets(value: number, { sign, limit }: FormatCondition): boolean {
  switch (sign) {
    case '=':
      return value === limit
    case '<>':
      return value !== limit
    case '<':
      return value < limit
    case '<=':
      return value <= limit
    case '>':
      return value > limit
    default:
      return value >= limit
  }
}

function showDate(value: number, section: FormatSection, system: DateSystem): ShownNumber {
  const text = formatDate(value, section, system)
  if (text === undefined) return { text: general(value) }
  const showsDay = section.tokens.some((token) => token.kind === 'date' && /^[ymde]/.test(token.code))
  const date = showsDay ? isoDate(value, system) : undefined
  return date === undefined ? { text } : { text, date }
}

/** A number without sign in the tokens of one section. */
function showNumber(value: number, { tokens, figures }: FormatSection): string {
  const kinds = new Set(tokens.map(({ kind }) => kind))
  const isPlain = kinds.has('general') || kinds.has('words') || (kinds.has('slash') && kinds.has('digit'))
  const isSpoken = figures !== undefined && !kinds.has('digit') && !tokens.some(({ kind }) => kind === 'literal')
  if (isPlain || isSpoken) {
    const words = figures === undefined ? general(value) : countedInFigures(general(value), figures)
    return tokens.length === 0 ? words : withLiterals(tokens, words)
  }
  if (!kinds.has('digit')) return withLiterals(tokens, '')
  const point = tokens.findIndex(({ kind }) => kind === 'point')
  const exponent = tokens.findIndex(({ kind }) => kind === 'exponent')
  const whole = point < 0 ? tokens : tokens.slice(0, point)
  const decimals =
    point < 0 ? [] : tokens.slice(point, exponent < 0 ? undefined : exponent).filter((token) => token.kind === 'digit')
  const places = Math.min(decimals.length, MOST_DECIMALS)
  const scaled =
    (value * 100 ** tokens.filter(({ kind }) => kind === 'percent').length) / 1000 ** trailingCommas(tokens)
  if (exponent >= 0) return withLiterals(tokens, exponential(scaled, places))
  const [digits = '0', fraction = ''] = fixed(scaled, places).split('.')
  const kept = shortenFraction(fraction, decimals)
  const wholeWords = fillWhole(whole, digits === '0' ? '' : digits, hasThousands(whole))
  return point < 0 ? wholeWords : `${wholeWords}.${afterPoint(tokens.slice(point + 1), kept)}`
}

/** Literals around a number that is shown as a whole. */
function withLiterals(tokens: readonly FormatToken[], number: string): string {
  let isDone = false
  const words = tokens.map((token) => {
    if (token.kind === 'literal') return token.words
    if (token.kind === 'percent') return '%'
    if (isDone) return ''
    isDone = true
    return number
  })
  return words.join('')
}

/** Commas after the last digit place divide by a thousand each. */
function trailingCommas(tokens: readonly FormatToken[]): number {
  const last = tokens.findLastIndex(({ kind }) => kind === 'digit')
  let count = 0
  while (tokens[last + 1 + count]?.kind === 'comma') count++
  return count
}

function hasThousands(whole: readonly FormatToken[]): boolean {
  const last = whole.findLastIndex(({ kind }) => kind === 'digit')
  const comma = whole.findIndex(({ kind }) => kind === 'comma')
  return comma > 0 && comma < last
}

/** Puts the digits into the places from the right; the first place takes all that are left. */
function fillWhole(tokens: readonly FormatToken[], digits: string, isGrouped: boolean): string {
  const first = tokens.findIndex(({ kind }) => kind === 'digit')
  let left = digits.length
  let written = 0
  let words = ''
  const put = (digit: string): void => {
    words = digit + (isGrouped && written > 0 && written % 3 === 0 ? ',' : '') + words
    written++
  }
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i]
    if (token?.kind === 'literal') words = token.words + words
    else if (token?.kind === 'percent') words = `%${words}`
    else if (token?.kind === 'digit') {
      if (left > 0) put(digits.charAt(--left))
      else if (token.sign === '0') put('0')
      if (i === first) while (left > 0) put(digits.charAt(--left))
    }
  }
  return words
}

/** Decimals beyond the last `0` place are shown only if they are not zero. */
function shortenFraction(fraction: string, places: readonly (FormatToken & { kind: 'digit' })[]): string {
  let length = fraction.length
  while (length > 0 && fraction.charAt(length - 1) === '0' && places[length - 1]?.sign !== '0') length--
  return fraction.slice(0, length)
}

function afterPoint(tokens: readonly FormatToken[], fraction: string): string {
  let at = 0
  let words = ''
  for (const token of tokens) {
    if (token.kind === 'digit') words += fraction.charAt(at++)
    else if (token.kind === 'literal') words += token.words
    else if (token.kind === 'percent') words += '%'
  }
  return words
}

/** Rounded as Excel does, on the 15 digits it keeps: 1.005 gives 1.01. */
function fixed(value: number, decimals: number): string {
  const kept = Number(value.toPrecision(15))
  if (!Number.isFinite(kept) || kept >= 1e21) return String(kept)
  const [digits = '0', exponent = '0'] = String(kept).split('e')
  const rounded = Math.round(Number(`${digits}e${Number(exponent) + decimals}`))
  return (rounded < 1e21 ? Number(`${rounded}e-${decimals}`) : kept).toFixed(decimals)
}

function exponential(value: number, decimals: number): string {
  const [digits = '0', exponent = '+0'] = value.toExponential(decimals).split('e')
  return `${digits}E${exponent.charAt(0)}${exponent.slice(1).padStart(2, '0')}`
}

/** The format General in a column wide enough: at most 11 characters, beyond that with an exponent. */
function general(value: number): string {
  const size = Math.abs(value)
  if (!Number.isFinite(value)) return String(value)
  if (size !== 0 && (size >= 1e11 || size < 1e-4)) return exponentGeneral(value)
  const wholeDigits = Math.max(1, Math.floor(Math.log10(Math.max(size, 1))) + 1)
  return (value < 0 ? '-' : '') + trimZeros(size.toFixed(Math.max(0, 10 - wholeDigits)))
}

function exponentGeneral(value: number): string {
  const [digits = '0', exponent = '+0'] = value.toExponential(5).split('e')
  return `${trimZeros(digits)}E${exponent.charAt(0)}${exponent.slice(1).padStart(2, '0')}`
}

function trimZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/0{1,20}$/, '').replace(/\.$/, '') : digits
}

import { FIGURES, type Figures } from './chinese-figures.ts'

/** A piece of one section of a number format (ECMA-376 part 1, 18.8.31). */
export type FormatToken =
  | { readonly kind: 'literal'; readonly words: string }
  | { readonly kind: 'digit'; readonly sign: '0' | '#' | '?' }
  | { readonly kind: 'point' | 'comma' | 'percent' | 'slash' | 'words' | 'general' }
  | { readonly kind: 'exponent' }
  /** A part of a date or time: `yyyy`, `m`, `dd`, `hh`, `ss`, `aaaa`, in small letters; `mm` as minutes is `nn`. */
  | { readonly kind: 'date'; readonly code: string }
  /** Hours, minutes or seconds in all, `[h]`. */
  | { readonly kind: 'elapsed'; readonly code: string }
  | { readonly kind: 'half'; readonly words: readonly [string, string] }

/** What a section is for, where it says so: `[>=10000]`. */
export interface FormatCondition {
  readonly sign: '=' | '<>' | '<' | '<=' | '>' | '>='
  readonly limit: number
}

/** One section: what is shown for positive numbers, negative ones, zero or text, or for numbers of a condition. */
export interface FormatSection {
  readonly tokens: readonly FormatToken[]
  readonly isDate: boolean
  /** `[DBNum1]`: numbers in Chinese signs. */
  readonly figures?: Figures
  readonly condition?: FormatCondition
}

const TOKEN =
  /"([^"]*)"?|[\\!](.)|[_*].?|\[([^\]]*)\]|(general|g\/通用格式)|(am\/pm|a\/p|上午\/下午)|(y+|m+|d+|h+|s+|aaaa?|e+(?![+-]))|([0#?])|(e[+-])|([\s\S])/giy
const SIGNS: Readonly<Record<string, FormatToken>> = {
  '.': { kind: 'point' },
  ',': { kind: 'comma' },
  '%': { kind: 'percent' },
  '/': { kind: 'slash' },
  '@': { kind: 'words' },
}
const CONDITION = /^(<>|[<>]=?|=)\s*(-?\d+(?:\.\d+)?)$/
const LONGEST_CODE = 500

/** Takes a number format apart, e.g. `#,##0.00;[Red]-#,##0.00` into two sections. */
export function parseFormat(code: string): FormatSection[] {
  let tokens: FormatToken[] = []
  let kind: Pick<FormatSection, 'figures' | 'condition'> = {}
  const sections: FormatSection[] = []
  const close = (): void => {
    const isDate = tokens.some(({ kind }) => kind === 'date' || kind === 'elapsed')
    sections.push({ tokens: isDate ? withMinutes(tokens) : tokens, isDate, ...kind })
    tokens = []
    kind = {}
  }
  for (const match of code.slice(0, LONGEST_CODE).matchAll(TOKEN)) {
    const [, quoted, escaped, bracket, general, half, date, digit, exponent, sign] = match
    if (sign === ';') close()
    else if (bracket !== undefined) {
      const figures = FIGURES[/^dbnum(\d)/i.exec(bracket)?.[1] ?? '']
      const [, compared, limit] = CONDITION.exec(bracket) ?? []
      if (figures !== undefined) kind = { ...kind, figures }
      else if (compared !== undefined)
        kind = { ...kind, condition: { sign: compared as FormatCondition['sign'], limit: Number(limit) } }
      else if (/^(?:h+|m+|s+)$/i.test(bracket)) tokens.push({ kind: 'elapsed', code: bracket.toLowerCase().charAt(0) })
      else if (bracket.startsWith('$')) tokens.push({ kind: 'literal', words: bracket.slice(1).split('-', 1)[0] ?? '' })
    } else if (quoted !== undefined || escaped !== undefined)
      tokens.push({ kind: 'literal', words: quoted ?? escaped ?? '' })
    else if (general !== undefined) tokens.push({ kind: 'general' })
    else if (half !== undefined)
      tokens.push({ kind: 'half', words: half.startsWith('上') ? ['上午', '下午'] : ['AM', 'PM'] })
    else if (date !== undefined) tokens.push({ kind: 'date', code: date.toLowerCase() })
    else if (digit !== undefined) tokens.push({ kind: 'digit', sign: digit as '0' | '#' | '?' })
    else if (exponent !== undefined) tokens.push({ kind: 'exponent' })
    else if (sign !== undefined) tokens.push(SIGNS[sign] ?? { kind: 'literal', words: sign })
  }
  close()
  return sections
}

/** True if numbers are shown as days or times in a format. */
export function isDateFormat(code: string): boolean {
  return /[ymdhsea]/i.test(code) && code !== 'General' && parseFormat(code)[0]?.isDate === true
}

/** `m` after hours or before seconds means minutes. */
function withMinutes(tokens: readonly FormatToken[]): FormatToken[] {
  const isTime = (token: FormatToken | undefined, letter: string): boolean =>
    (token?.kind === 'date' || token?.kind === 'elapsed') && token.code.startsWith(letter)
  const parts = tokens.filter(({ kind }) => kind === 'date' || kind === 'elapsed')
  return tokens.map((token) => {
    if (token.kind !== 'date' || !token.code.startsWith('m') || token.code.length > 2) return token
    const at = parts.indexOf(token)
    const isMinutes = isTime(parts[at - 1], 'h') || isTime(parts[at + 1], 's')
    return isMinutes ? { kind: 'date', code: token.code.replaceAll('m', 'n') } : token
  })
}

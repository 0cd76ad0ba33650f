import type { Line } from './line.ts'
import { beginsOrdinaryWord, type MarkPattern, markPatterns, ordinalOf } from './mark-patterns.ts'
import type { MarkFamily } from './part.ts'

/** A mark found in a line. Positions are indices into the line's plain text. */
export interface MarkToken {
  readonly key: string
  readonly family: MarkFamily
  readonly rank: number
  readonly ordinal: number
  readonly mark: string
  readonly from: number
  readonly to: number
  readonly inline: boolean
}

/**
 * The mark a line begins with, or null. A mark alone is no proof: 一是 and 第一 also open ordinary sentences, so the
 * outline asks `isListed` about those.
 */
export function markAtStart(line: Line): MarkToken | null {
  const from = line.plain.length - line.plain.trimStart().length
  for (const pattern of markPatterns) {
    if (!pattern.atLine) continue
    pattern.atLine.lastIndex = from
    const match = pattern.atLine.exec(line.plain)
    if (!match) continue
    const token = tokenOf(pattern, match, false)
    if (token && line.plain.slice(token.to).trim() !== '') return token
  }
  return null
}

/**
 * The marks inside a line, after the one it begins with. A run counts if it begins with 1 (or goes on from the line's
 * own mark) and has at least two members; what stands alone is running text.
 */
export function marksInside(line: Line, first: MarkToken | null, next: MarkToken | null): MarkToken[] {
  const tokens = markPatterns.flatMap((pattern) => runsOf(pattern, line, first, next))
  return tokens
    .toSorted((a, b) => a.from - b.from)
    .filter((token, i, all) => i === 0 || token.from >= (all[i - 1]?.to ?? 0))
}

function runsOf(pattern: MarkPattern, line: Line, first: MarkToken | null, next: MarkToken | null): MarkToken[] {
  const begin = first?.to ?? 0
  const candidates = candidatesIn(pattern, line.plain, begin)
  if (candidates.length === 0) return candidates
  const goesOn = first?.key === pattern.key
  const accepted: MarkToken[] = []
  let run: MarkToken[] = []
  let last = goesOn ? first.ordinal : 0
  let nested = false
  const close = (): void => {
    const runsOver = next?.key === pattern.key && next.ordinal === last + 1
    if (run.length > 1 || (run.length === 1 && (run[0]?.ordinal !== 1 || runsOver))) accepted.push(...run)
    run = []
  }
  for (const token of candidates) {
    if (token.ordinal === 1 || (pattern.key === 'bare' && last === 0)) {
      close()
      if (token.ordinal !== 1) continue
      nested = goesOn
      run = [token]
    } else if (follows(token.ordinal, last, pattern) && (run.length > 0 || goesOn)) {
      run.push(token)
    } else if (nested && first && token.ordinal === first.ordinal + 1) {
      close()
      nested = false
      run = [token]
    } else continue
    last = token.ordinal
    if (nested) run[run.length - 1] = { ...token, key: `inner:${token.key}` }
  }
  close()
  return goesOn ? accepted : accepted.map((token) => (pattern.rank === 6 ? token : inlineKey(token)))
}

function candidatesIn(pattern: MarkPattern, plain: string, begin: number): MarkToken[] {
  const { inline } = pattern
  const found: MarkToken[] = []
  if (!inline) return found
  // `exec` and not `matchAll`, which copies the pattern: a dozen patterns look at every line, and few find anything.
  inline.lastIndex = 0
  for (let match = inline.exec(plain); match; match = inline.exec(plain)) {
    const token = tokenOf(pattern, match, true)
    if (token && token.from >= begin && !isOrdinaryWord(token, plain, begin)) found.push(token)
  }
  return found
}

/** A bare 一 that begins an ordinary word is a mark only right after a colon or the line's own heading. */
function isOrdinaryWord(token: MarkToken, plain: string, begin: number): boolean {
  if (token.family !== 'bare' || !beginsOrdinaryWord(plain.slice(token.from, token.from + 5))) return false
  const heading = plain.slice(begin, token.from)
  return !/[：:]$/.test(heading) && (begin === 0 || /[。；：:].*[。；]$/.test(heading))
}

/** A run inside a paragraph is a list of its own, however the headings of the document are numbered. */
function inlineKey(token: MarkToken): MarkToken {
  return { ...token, key: `inline:${token.key}` }
}

function follows(ordinal: number, last: number, pattern: MarkPattern): boolean {
  if (ordinal === last + 1) return true
  return pattern.forgiving === true && last > 0 && (ordinal === last || ordinal === last + 2)
}

function tokenOf(pattern: MarkPattern, match: RegExpExecArray, inline: boolean): MarkToken | null {
  const ordinal = ordinalOf(match[1] ?? '')
  if (!(ordinal >= 1 && ordinal <= 99)) return null
  const { key, family, rank } = pattern
  const from = match.index
  return { key, family, rank, ordinal, mark: match[0], from, to: from + match[0].length, inline }
}

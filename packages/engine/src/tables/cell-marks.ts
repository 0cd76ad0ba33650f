import { CHINESE_NUMERAL, chineseNumber } from '../wording/chinese-number.ts'

/** A mark that numbers the contents of a cell. */
export interface CellMark {
  /** Marks of one kind make a list. */
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly ordinal: number
  /** True if the mark stands at the beginning of a line. */
  readonly atLine: boolean
}

const N = `(${CHINESE_NUMERAL}{1,3})`
const D = '(\\d{1,2}|[０-９]{1,2})'

/**
 * How people number several measures in one cell: at the start of a line or after a stop inside it; marks that cannot
 * be anything else also anywhere. The number is the first group; 3.5 and 2024.3.1 are no marks.
 */
const KINDS: readonly (readonly [kind: string, mark: string, anywhere?: true])[] = [
  ['comma', `${N}、`],
  ['parenthesis', `[（(〔]\\s?${N}\\s?[）)〕][、.．]?`, true],
  ['arabic', `${D}\\s?[.．、](?!\\d)`],
  ['labelled', `(?:措施|任务|问题|举措)\\s?(${CHINESE_NUMERAL}{1,3}|\\d{1,2})\\s?[：:、.．]`],
  ['arabic_parenthesis', `[（(]\\s?${D}\\s?[）)][、.．]?`, true],
  ['half_parenthesis', `${D}[）)][、.．]?`],
  ['circled', '([①-⑳⑴-⒇])[、.．]?', true],
  ['is', `${N}是(?![否非])`],
  ['must', `${N}要(?![求素点])`],
  ['ordinal', `第${N}[，,、：:]`],
]

const patterns = KINDS.map(([kind, mark, anywhere]) => ({
  kind,
  pattern: new RegExp(mark, 'y'),
  anywhere: anywhere === true,
}))

/** Where a mark can begin; cheap, so that long cells without marks cost little. */
const BEGINNING = new RegExp(`[（(〔第措任问举①-⑳⑴-⒇\\d０-９]|${CHINESE_NUMERAL}`, 'g')
const STOP = /[。；;：:！？!?\s”"）)]/
const BLANK = /[ \t\u3000]/
const DEEPEST_INDENT = 8

/** All marks in a cell's words, in order. */
export function marksIn(text: string): CellMark[] {
  const found: CellMark[] = []
  for (const { index } of text.matchAll(BEGINNING)) {
    const mark = markAt(text, index)
    if (mark) found.push(mark)
  }
  return found
}

/** The mark a cell's words begin with, or null. */
export function firstMark(text: string): CellMark | null {
  return markAt(text, text.length - text.trimStart().length)
}

function markAt(text: string, start: number): CellMark | null {
  const atLine = beginsLine(text, start)
  const follows = atLine || STOP.test(text.charAt(start - 1))
  for (const { kind, pattern, anywhere } of patterns) {
    if (!follows && !anywhere) continue
    pattern.lastIndex = start
    const match = pattern.exec(text)
    const ordinal = match ? ordinalOf(match[1] ?? '') : Number.NaN
    if (match && !Number.isNaN(ordinal)) return { kind, start, end: start + match[0].length, ordinal, atLine }
  }
  return null
}

function beginsLine(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && at - before <= DEEPEST_INDENT && BLANK.test(text.charAt(before))) before -= 1
  return before < 0 || text.charAt(before) === '\n'
}

function ordinalOf(written: string): number {
  const code = written.codePointAt(0) ?? 0
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473
  return chineseNumber(written)
}

/**
 * The list that divides a cell: of the kind of its first "one", counting up; empty if there are not two. Words before it must be
 * an introduction that ends in a colon; marks of other kinds lie inside its items.
 */
export function listIn(marks: readonly CellMark[], text: string): CellMark[] {
  const first = marks.find(({ ordinal }) => ordinal === 1)
  const introduction = text.slice(0, first?.start ?? 0).trim()
  if (!first || (introduction !== '' && !/[：:]$/.test(introduction))) return []
  const list = [first]
  for (const mark of marks) {
    const last = list.at(-1)
    if (!last || mark.kind !== first.kind || mark.start <= last.start) continue
    const repeats = mark.atLine && mark.ordinal === last.ordinal && mark.ordinal > 1
    if (mark.ordinal === last.ordinal + 1 || repeats) list.push(mark)
  }
  return list.length > 1 ? list : []
}

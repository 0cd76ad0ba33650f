import { readDate } from '../wording/chinese-date.ts'
import { looksLikeName, looksLikeUnit } from '../wording/names-in-cell.ts'
import { classOf, stateOf, TICK } from '../wording/state-words.ts'

/** What stands in a column, as shares (0 to 1) of its cells with words. */
export interface ColumnContent {
  readonly count: number
  readonly numbers: number
  readonly dates: number
  readonly states: number
  readonly classes: number
  readonly names: number
  readonly units: number
  readonly ticks: number
  /** Cells that are figures only. */
  readonly figures: number
  /** Mean length in characters. */
  readonly length: number
}

const LONGEST_DATE = 30
/** 长期坚持 is a deadline, 每月集中学习一次 is a measure. */
const LONGEST_PHRASE = 10
/** Enough to judge a column by; the rest of a long list is like its beginning. */
const LOOKED_AT = 200

/** Describes the cells of a column. */
export function contentOf(cells: readonly { readonly text: string; readonly date?: string }[]): ColumnContent {
  const looked = cells.slice(0, LOOKED_AT).map(({ text, date }) => ({ words: text.trim(), date }))
  const count = looked.length
  const share = (test: (words: string, date: string | undefined) => boolean): number =>
    count === 0 ? 0 : looked.filter(({ words, date }) => test(words, date)).length / count
  return {
    count,
    numbers: share((words) => /^[（(]?(?:\d{1,4}|[一二三四五六七八九十]{1,3})[）)]?[、.．]?$/.test(words)),
    dates: share((words, date) => date !== undefined || isDeadline(words)),
    states: share((words) => stateOf(words) !== null),
    classes: share((words) => classOf(words) !== null),
    names: share(looksLikeName),
    units: share(looksLikeUnit),
    ticks: share((words) => TICK.test(words)),
    figures: share((words) => /^[\d.,%％\s/-]+$/.test(words)),
    length: count === 0 ? 0 : looked.reduce((sum, { words }) => sum + words.length, 0) / count,
  }
}

function isDeadline(words: string): boolean {
  if (words.length > LONGEST_DATE || /^\d{1,2}[./]\d{1,2}$/.test(words)) return false
  const { kind, precision } = readDate(words)
  if (kind === 'immediate' || kind === 'sustained') return words.length <= LONGEST_PHRASE
  return kind === 'date' || precision !== 'none'
}

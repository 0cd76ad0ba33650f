import { chineseNumber } from '../../../../wording/chinese-number.ts'
import { exactCount } from '../../../../wording/exact-count.ts'
import type { Span } from '../../../../span.ts'
import type { CountedThing } from '../../meeting-facts.ts'
import { type CountedNoun, countedNouns } from './counted-nouns.ts'

/** How many of a thing a sentence states. */
export interface TextCount extends Span {
  readonly thing: CountedThing
  readonly value: number
}

const SAYS = '(?:了|到|出|共计?|合计|累计|总计|达到?|有|已|为|[:：\\s]){0,3}'
const VERB = '(?:开展|组织|召开|进行|举行|举办|参加|安排|集体)'
const TOTAL = '(?:一共|共计?|合计|累计|总计)'
/** What may stand between a noun and the total told of it: nothing else that is counted. */
const DETAILS = '(?:(?!问题|措施|学习|研讨|会议|座谈|调研|批评|清单|承诺|制度)[^。；;\\n]){1,80}?'

/** Numbers that are no account of what was done before the meeting: how often, how many at least or each, of the whole year, missed. */
const OTHERWISE =
  /每|人均|平均|分别|各(?:自|提|查|找)|[按逐](?:月|季|周)|不少于|不低于|不超过|至少|计划|拟定?|力争|确保|缺席|缺勤|请假|未参加|没有参加|补学|全年|一年来|年以来|上半年|下半年|季度/
const HOW_OFTEN = /每(?:半?个?月|半?年|季度?|周|星期)/
const ANOTHER_YEAR = /上(?:一)?年度?|去年|前年|往年|上次|(\d{4})\s*年度/g
/** Characters before a number that tell what it is of. */
const FARTHEST = 200
/** Words behind which a sentence tells of the meeting, whatever it told of before. */
const FOR_THE_MEETING = /(?:会前|会上|会后|本次|此次|这次)(?!.*(?:会前|会上|会后|本次|此次|这次))/
const THIS_TIME = /会前|会上|会后|本次|此次|这次|今年|本年度/

/**
 * The numbers a text states of what a meeting's papers count, as a reader understands its sentences; number behind or
 * before the noun, in digits or characters. “2次集中学习、1次专题研讨” states 2 of 集中学习, and 3 of both together, which another
 * paper may rightly call 集中学习研讨3次; “意见12条、建议14条” states 12, 14 and 26: each is a count. What is not surely an
 * account (每月集中学习2次, 十余条, of another year than `year`) is left out.
 */
export function countsInText(text: string, year: number | null = null): TextCount[] {
  return [...text.matchAll(/[^。；;！？!?\n]+/g)].flatMap(({ 0: sentence, index: at }) =>
    READERS.flatMap((read) => read(sentence, year)).map((count) => ({
      ...count,
      start: at + count.start,
      end: at + count.end,
    })),
  )
}

type Reader = (sentence: string, year: number | null) => TextCount[]

const READERS: readonly Reader[] = countedNouns.map(readerOf)

interface Phrase extends Span {
  readonly value: number
  /** How many other things are counted with the same number: 集中学习、专题研讨各2次 has one. */
  readonly joined: number
}

function readerOf(counted: CountedNoun): Reader {
  const { thing, noun, units, between = '', companion } = counted
  const times = exactCount(units)
  const closing = `${times}(?!措施|问题)`
  const joined = companion === undefined ? '' : `|((?:[、和及与]${companion}){1,3})各${VERB}?${closing}`
  const told =
    companion === undefined ? `|${DETAILS}${TOTAL}(?:${VERB}|谈心|谈话|征求|收集|收到|到|出){0,2}${closing}` : ''
  // 集中学习3次, 集中学习，共三次; 集中学习和专题研讨各2次; 谈心谈话……，共53人次.
  const behind = new RegExp(`${noun}(?:(?:，(?=${TOTAL}))?${SAYS}${closing}${told}${joined})`, 'g')
  // 2次集中学习, 三次党员集中学习; 先后3次组织党员集中学习.
  const before = new RegExp(
    `(?:${times}${between}|(?:先后|累计|共计?|分)${times}${VERB}${between})${noun}(?!${SAYS}${times})`,
    'g',
  )
  const listed = companion === undefined ? null : listOf(companion, times)
  return (sentence, year) => {
    const first = phrasesIn(sentence, behind)
    const second = phrasesIn(sentence, before).filter(
      (phrase) => !first.some(({ start, end }) => phrase.start < end && start < phrase.end),
    )
    const phrases = [...first, ...second]
      .toSorted((a, b) => a.start - b.start)
      .flatMap((phrase) => accountOf(sentence, phrase, counted, year))
    const counts = phrases.flatMap((phrase) => [phrase, ...(listed === null ? [] : totalsOf(sentence, phrase, listed))])
    const sums = listed === null && phrases.length > 1 ? [sumOf(phrases)] : []
    return [...counts, ...sums].map(({ value, start, end }) => ({ thing, value, start, end }))
  }
}

function phrasesIn(sentence: string, pattern: RegExp): Phrase[] {
  return [...sentence.matchAll(pattern)].flatMap((match) => {
    const [words, ...groups] = match
    const list = groups.find((group) => group !== undefined && /^[、和及与]/.test(group)) ?? ''
    const value = numberIn(groups)
    if (Number.isNaN(value)) return []
    return [{ value, joined: list.split(/[、和及与]/).length - 1, start: match.index, end: match.index + words.length }]
  })
}

function numberIn(groups: readonly (string | undefined)[]): number {
  return groups.map((group) => chineseNumber(group ?? '')).find((value) => !Number.isNaN(value)) ?? Number.NaN
}

/** The phrase as an account of the meeting, from where it begins to be told; nothing if it is none. */
function accountOf(sentence: string, phrase: Phrase, counted: CountedNoun, year: number | null): Phrase[] {
  const { noun, said, part, another, companion } = counted
  const from = Math.max(0, phrase.start - FARTHEST)
  const before = sentence.slice(from, phrase.start)
  const clause = before.split(/[，,：:]/).at(-1) ?? ''
  const words = sentence.slice(phrase.start, phrase.end)
  if (OTHERWISE.test(clause) || HOW_OFTEN.test(before) || isOfAnotherYear(before, year)) return []
  if (another?.test(before.slice(before.search(FOR_THE_MEETING) + 1) + words) === true) return []
  if (companion === undefined && /其中|[（(]含/.test(before)) return []
  if (part?.test(clause + words) === true && !new RegExp(TOTAL).test(clause + words)) return []
  if (said === undefined) return [phrase]
  const upToNoun = before + (new RegExp(noun).exec(words)?.[0] ?? '')
  const match = said.exec(upToNoun)
  return match === null ? [] : [{ ...phrase, start: Math.min(from + match.index, phrase.start) }]
}

/** True if the words before a number speak last of another year than the meeting's. */
function isOfAnotherYear(before: string, year: number | null): boolean {
  const last = [...before.matchAll(ANOTHER_YEAR)].findLast(
    ([, named]) => named === undefined || (year !== null && Number(named) !== year),
  )
  return last !== undefined && !THIS_TIME.test(before.slice(last.index + last[0].length))
}

/** What goes on a list: 、1次专题研讨; ，开展专题研讨一次; ，共4次. */
function listOf(companion: string, times: string): RegExp {
  return new RegExp(
    `^(?:[、，,和及与]|以及)+${VERB}?(?:${times}${companion}|${companion}${SAYS}${times}|(?:共计?|合计|总计|累计)(?:${VERB})?${times})`,
  )
}

/** The sum a list comes to: 2次集中学习、1次专题研讨 to 3; a total it gives itself (，共4次) is one as well. */
function totalsOf(sentence: string, { value, joined, start, end }: Phrase, listed: RegExp): Phrase[] {
  const totals: Phrase[] = joined === 0 ? [] : [{ value: value * (joined + 1), joined: 0, start, end }]
  let sum = value
  let to = end
  for (let next = listed.exec(sentence.slice(to)); next !== null; next = listed.exec(sentence.slice(to))) {
    to += next[0].length
    const isTotal = /共|[合总累]计/.test(next[0])
    const number = numberIn(next.slice(1))
    sum = isTotal ? number : sum + number
    totals.push({ value: sum, joined: 0, start, end: to })
    if (isTotal) break
  }
  return totals.slice(-1)
}

/** What several counts of one thing in a sentence come to. */
function sumOf(phrases: readonly Phrase[]): Phrase {
  const value = phrases.reduce((sum, each) => sum + each.value, 0)
  return { value, joined: 0, start: phrases[0]?.start ?? 0, end: phrases.at(-1)?.end ?? 0 }
}

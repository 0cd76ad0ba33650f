import type { Span } from '../../span.ts'
import type { CalendarPeriod } from '../../standards/duty-terms.ts'
import { chineseNumber } from '../../wording/chinese-number.ts'
import { exactCount } from '../../wording/exact-count.ts'
import { type FigureId, figureIds } from '../../wording/figure-ids.ts'
import { type FigureTerm, figureTerms } from '../../wording/figure-terms.ts'
import { figureSayings } from './figure-sayings.ts'
import { EACH, isAccount, isOfAll, periodIn, subjectOf } from './accounts.ts'
import { feedbackTold, ofFeedback } from './feedback-figures.ts'

/** A figure as a text claims it: “认真开展2次集中学习”, “每季度对意识形态进行一次研判”. */
export interface ClaimedFigure extends Span {
  readonly figure: FigureId
  readonly value: number
  /** How often it is claimed to come to that: each quarter; null where it is the number of all. */
  readonly per: CalendarPeriod | null
  /** The 专题 it is claimed of; null if it is of all. */
  readonly subject: string | null
  /** True if the sentence tells what was done for the meeting (会前), not in the year. */
  readonly isForMeeting: boolean
}

const SAYS =
  '(?:次数)?(?:了|到|出|共计?|合计|累计|总计|达到?|虽?有|已|为|仍|也|仅|只|实际|开了|[:：\\s]|(?:由[^，,。；;]{0,12}?)?(?:增加|提高|上升|增长)(?:到|至|为)){0,3}'
const VERB = '(?:开展|组织|召开|进行|举行|举办|参加|安排|集体|撰写|形成|完成|讲授|讲|上)'
const JOINT = '(?:一共|共计?|合计|累计|总计|先后|分)'
/** What something is done about, between its name and its number: nothing that is done by itself. */
const OBJECT = '(?:(?!开展|组织|召开|举办|进行|并|其中)[^，,。；;、\\d０-９]){0,24}?'
/** Other things that come to the same number each: 集中学习、研讨各6次. */
const OTHERS = '[、和及与][^，,。；;\\d０-９]{1,8}?'
/** 1.2万人次. */
const TEN_THOUSANDS = '(?<![\\d.])(\\d{1,4}(?:\\.\\d{1,3})?)\\s*万'
const FOR_MEETING = /会前|会上|本次|此次|这次|为开好/
const TOTAL = /共(?!同)|合计|累计|总计/
const PARTS = /其中|[（(]含/

/** No sentence is longer: what is said of a number stands near it, and a list without an end is none. */
const SENTENCE = /[^。；;！？!?\n]{1,600}/g
/** What every claim has: a number with a unit behind it, or how often. Most sentences have neither. */
const MAY_COUNT = /[\d０-９一二两三四五六七八九十百]\s*[场次期轮堂节课篇份个条项件人名学万]|每|[按逐][季月周]/

interface Reader {
  readonly figure: FigureId
  readonly counted: RegExp
  /** Said of each period without a number: once. */
  readonly each: RegExp | null
}

const READERS: readonly Reader[] = figureIds.flatMap((figure) => {
  const said = figureSayings[figure]
  if (said === undefined) return []
  const { of }: FigureTerm = figureTerms[figure]
  const { units, between = '', isBehind = false, hasObject = false } = said
  const noun = `(?:${said.noun})`
  const times = `(?:${exactCount(units)}|${TEN_THOUSANDS}(?:${units}))`
  const behind = `${noun}${hasObject ? OBJECT : ''}(?:(?:，(?=${JOINT}))?${SAYS}${VERB}?${times}|，?${EACH}${VERB}?${times}(?=[，,、]|$))`
  const before = `(?:${JOINT}?${times}${between}|${JOINT}${times}${VERB}${between})${noun}(?!${SAYS}${times})`
  const together = `${noun}(?:${OTHERS}){0,3}各${VERB}?${times}`
  const hasSittings = of === 'record' && units.split('|').includes('次') && !isBehind
  return [
    {
      figure,
      counted: new RegExp(isBehind ? behind : [before, behind, ...(hasSittings ? [together] : [])].join('|'), 'g'),
      each: hasSittings ? new RegExp(`${EACH}(?:(?!每)[^，,。；;：:]){0,24}?${noun}`, 'g') : null,
    },
  ]
})

/**
 * The figures a text claims, in its order: how often something was done, how many problems there are and how many are
 * done. What is no sure account (计划开展3次, 十余次, 不少于2次, of another year than `year`, of the units below) is left out, and
 * so is a part (其中2次) of a number that is told.
 */
export function claimedFigures(text: string, year: number | null = null): ClaimedFigure[] {
  const isOfFeedback = feedbackTold(text)
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index: at }) => {
    if (!MAY_COUNT.test(sentence)) return []
    const isFedBack = isOfFeedback(at + sentence.length)
    return claimsIn(sentence, { year, isFedBack }).map((claim) => ({
      ...{ ...claim, start: at + claim.start, end: at + claim.end },
    }))
  })
}

type Counted = Pick<ClaimedFigure, 'figure' | 'value' | 'start' | 'end'>

function claimsIn(
  sentence: string,
  { year, isFedBack }: { readonly year: number | null; readonly isFedBack: boolean },
): ClaimedFigure[] {
  const read = READERS.flatMap((reader) => countedIn(sentence, reader))
  const all = (isFedBack ? ofFeedback(sentence, read) : read).filter(
    (claim, _, others) => !others.some((other) => isPartOfWords(sentence, claim, other)),
  )
  const claims = all
    .flatMap((claim) => accountOf(sentence, claim, year))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  return claims.filter(
    (claim, at) =>
      !claims.slice(0, at).some((whole) => isPart(sentence, claim, whole)) && !isAddedUp(sentence, claim, claims),
  )
}

function countedIn(sentence: string, { figure, counted, each }: Reader): Counted[] {
  const numbered = [...sentence.matchAll(counted)].flatMap((match): Counted[] => {
    const value = numberIn(match)
    return value === undefined ? [] : [{ figure, value, start: match.index, end: match.index + match[0].length }]
  })
  if (each === null) return numbered
  const once = [...sentence.matchAll(each)].flatMap(({ 0: words, index }): Counted[] =>
    periodIn(words) === null ? [] : [{ figure, value: 1, start: index, end: index + words.length }],
  )
  return [...numbered, ...once.filter((claim) => !numbered.some((other) => overlap(claim, other)))]
}

/** The number a match holds in one of its groups, in ones. */
function numberIn([words, ...groups]: RegExpExecArray): number | undefined {
  const group = groups.find((one) => one !== undefined)
  if (group === undefined) return undefined
  if (new RegExp(`${group}\\s*万`).test(words)) return Math.round(Number(group) * 10_000)
  const value = chineseNumber(group)
  return Number.isNaN(value) ? undefined : value
}

function accountOf(sentence: string, claim: Counted, year: number | null): ClaimedFigure[] {
  const { of }: FigureTerm = figureTerms[claim.figure]
  const isAnyYear = of === 'problem' || of === 'feedback'
  const isOfRules = figureSayings[claim.figure]?.isOfRules ?? false
  if (!isAccount(sentence, claim, { year, isAnyYear, isOfRules })) return []
  const period = periodIn(sentence.slice(0, claim.end), claim.start)
  if (period === null && !isOfAll(sentence, claim)) return []
  return [
    {
      ...claim,
      start: Math.min(claim.start, period?.start ?? claim.start),
      per: period?.per ?? null,
      subject: of === 'record' ? subjectOf(sentence, claim) : null,
      isForMeeting: FOR_MEETING.test(sentence),
    },
  ]
}

/** True for a number of a part of what was told before it: 党课6次，其中书记讲党课2次. */
function isPart(sentence: string, { figure, start }: ClaimedFigure, whole: ClaimedFigure): boolean {
  return whole.figure === figure && whole.end <= start && PARTS.test(sentence.slice(whole.end, start))
}

/** True for one of several numbers that a later one says it is the sum of: 上半年10次，下半年12次，合计22次. */
function isAddedUp(sentence: string, { figure, start }: ClaimedFigure, claims: readonly ClaimedFigure[]): boolean {
  const own = claims.filter((claim) => claim.figure === figure)
  return own.some((total, at) => {
    const parts = own.slice(0, at)
    const before = sentence.slice(parts.at(-1)?.end ?? 0, total.end)
    const sum = parts.reduce((sofar, { value }) => sofar + value, 0)
    return start < total.start && sum === total.value && TOTAL.test(before)
  })
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** True for the shorter reading of the same words and number: 集中学习12次 in 中心组集中学习12次; not for one of several named. */
function isPartOfWords(sentence: string, inner: Counted, outer: Counted): boolean {
  const isWithin =
    outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
  return isWithin && inner.value === outer.value && !/[、和及与]/.test(sentence.slice(outer.start, inner.start))
}

import type { Span } from '../../span.ts'
import type { DutyPeriod } from '../../standards/duty-terms.ts'
import { recordSubjects } from '../../standards/record-kinds.ts'
import { chineseNumber } from '../../wording/chinese-number.ts'
import { exactCount } from '../../wording/exact-count.ts'
import { type FigureId, figureIds, type FigureTerm, figureTerms } from '../../wording/figure-terms.ts'

/** A figure as a text claims it: “认真开展2次集中学习”, “每季度对意识形态进行一次研判”. */
export interface ClaimedFigure extends Span {
  readonly figure: FigureId
  readonly value: number
  /** How often it is claimed to come to that: each quarter; null where it is the number of all. */
  readonly per: ClaimedPeriod | null
  /** The 专题 it is claimed of; null if it is of all. */
  readonly subject: string | null
  /** True if the sentence tells what was done for the meeting (会前), not in the year. */
  readonly isForMeeting: boolean
}

export type ClaimedPeriod = Extract<DutyPeriod, 'week' | 'month' | 'quarter' | 'half' | 'year'>

const PERIODS: readonly (readonly [pattern: string, per: ClaimedPeriod])[] = [
  ['每半年', 'half'],
  ['每(?:个)?(?:周|星期)', 'week'],
  ['每(?:个)?月', 'month'],
  ['每(?:个)?季度?', 'quarter'],
  ['每年', 'year'],
]
const EACH = PERIODS.map(([pattern]) => pattern).join('|')

const SAYS = '(?:了|到|出|共计?|合计|累计|总计|达到?|有|已|为|约?[:：\\s]){0,3}'
const VERB = '(?:开展|组织|召开|进行|举行|举办|参加|安排|集体|撰写|形成|完成|讲授|讲|上)'
const JOINT = '(?:一共|共计?|合计|累计|总计|先后|分)'

/** What makes of a number no account of what was done: a plan, a rule, a bound, somebody else's, missed. */
const NO_ACCOUNT =
  /计划|拟(?:定|开展|组织)?|将(?:开展|组织|于)|不少于|不低于|不超过|至少|力争|确保|应当?(?:开展|组织|进行)|必须|要求|规定|制度要|缺席|缺勤|请假|未参加|没有|未能|不够|缺少|除|各(?:自|支部|单位|科室|部门|县|区|乡|镇|街道)|所属|下属|基层|带动|指导/
/** A rule that something be done is not that it was. */
const IS_RULE = /^[^，,。；;]{0,6}(?:制度|机制|规定|要求|办法)/
const ANOTHER_YEAR = /上(?:一)?年度?|去年|前年|往年|上次|(\d{4})\s*年(?:度)?/g
const FOR_MEETING = /会前|会上|本次|此次|这次|为开好/
/** Characters before a claim in which its period may be said. */
const FARTHEST = 40

interface Reader {
  readonly figure: FigureId
  readonly counted: RegExp
  readonly each: RegExp | null
}

const READERS: readonly Reader[] = figureIds.flatMap((figure) => {
  const { said, of }: FigureTerm = figureTerms[figure]
  if (said === undefined) return []
  const { noun, units, between = '', isBehind = false } = said
  const times = exactCount(units)
  const behind = `(?:${noun})(?:，(?=${JOINT}))?${SAYS}${VERB}?${times}`
  const before = `(?:${JOINT}?${times}${between}|${JOINT}${times}${VERB}${between})(?:${noun})`
  return [
    {
      figure,
      counted: new RegExp(isBehind ? behind : `${before}(?!${SAYS}${times})|${behind}`, 'g'),
      each:
        of === 'record' && units.includes('次') && !isBehind
          ? new RegExp(`(?:${EACH})(?:(?!每)[^，,。；;：:]){0,24}?(?:${noun})`, 'g')
          : null,
    },
  ]
})

/**
 * The figures a text claims, in its order: how often something was done, how many problems there are and how many are
 * done. What is no sure account (计划开展3次, 十余次, 不少于2次, of another year than `year`, of the units below) is left out.
 */
export function claimedFigures(text: string, year: number | null = null): ClaimedFigure[] {
  return [...text.matchAll(/[^。；;！？!?\n]+/g)]
    .flatMap(({ 0: sentence, index: at }) =>
      claimsIn(sentence, year).map((claim) => ({ ...claim, start: at + claim.start, end: at + claim.end })),
    )
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
}

function claimsIn(sentence: string, year: number | null): ClaimedFigure[] {
  const all = READERS.flatMap(({ figure, counted, each }) => {
    const numbered = [...sentence.matchAll(counted)].flatMap((match) => {
      const value = match
        .slice(1)
        .map((group) => chineseNumber(group ?? ''))
        .find((number) => !Number.isNaN(number))
      return value === undefined ? [] : [{ figure, value, start: match.index, end: match.index + match[0].length }]
    })
    // 每季度开展研判: once, where no number is said.
    const periodic =
      each === null
        ? []
        : [...sentence.matchAll(each)].map(({ 0: words, index }) => ({
            figure,
            value: 1,
            start: index,
            end: index + words.length,
          }))
    const alone = periodic.filter((claim) => !numbered.some((other) => overlap(claim, other)))
    return [...numbered, ...alone].flatMap((claim) => accountOf(sentence, claim, year))
  })
  // Of claims on the same words the longest is meant: 专题研讨交流, 中心组集中学习研讨.
  return all.filter((claim) => !all.some((other) => other !== claim && isWithin(claim, other)))
}

type Counted = Pick<ClaimedFigure, 'figure' | 'value' | 'start' | 'end'>

function accountOf(sentence: string, claim: Counted, year: number | null): ClaimedFigure[] {
  const before = sentence.slice(0, claim.start)
  const words = sentence.slice(claim.start, claim.end)
  const clause = (before.split(/[，,：:]/).at(-1) ?? '') + words
  if (NO_ACCOUNT.test(clause) || IS_RULE.test(sentence.slice(claim.end)) || isOfAnotherYear(before, year)) return []
  const near =
    before
      .slice(-FARTHEST)
      .split(/[，,：:、]/)
      .at(-1) + words
  const per = PERIODS.find(([pattern]) => new RegExp(pattern).test(near))?.[1] ?? null
  // Each of something else: 每人1次, 每名成员讲党课1次.
  if (per === null && /每|人均|分别|各(?![类项种])/.test(near)) return []
  const subject = recordSubjects.find((one) => clause.includes(one)) ?? null
  const start = per === null ? claim.start : beginningOf(sentence, claim)
  return [{ ...claim, start, per, subject, isForMeeting: FOR_MEETING.test(sentence) }]
}

/** Where a claim begins with the words that say how often: 每季度……一次研判. */
function beginningOf(sentence: string, { start, end }: Span): number {
  const each = [...sentence.slice(0, end).matchAll(new RegExp(EACH, 'g'))].at(-1)
  return Math.min(start, each?.index ?? start)
}

function isOfAnotherYear(before: string, year: number | null): boolean {
  const last = [...before.matchAll(ANOTHER_YEAR)].at(-1)
  return last !== undefined && (last[1] === undefined || (year !== null && Number(last[1]) !== year))
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
}

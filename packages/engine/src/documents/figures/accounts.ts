import type { Span } from '../../span.ts'
import type { CalendarPeriod } from '../../standards/duty-terms.ts'
import { recordSubjects } from '../../standards/record-kinds.ts'

const PERIODS: readonly (readonly [pattern: string, per: CalendarPeriod])[] = [
  ['每半年', 'half'],
  ['(?:每(?:个)?|按|逐)(?:周|星期)', 'week'],
  ['(?:每(?:个)?|按|逐)月', 'month'],
  ['(?:每(?:个)?|按|逐)季度?', 'quarter'],
  ['每年', 'year'],
]
/** Words for how often, as the source of a regular expression. */
export const EACH = `(?:${PERIODS.map(([pattern]) => pattern).join('|')})`

/** How texts call a 专题. */
const SAID_OF: Readonly<Record<(typeof recordSubjects)[number], RegExp>> = {
  意识形态: /意识形态/,
  全面从严治党: /全面从严治党/,
  党风廉政建设: /党风廉政|廉政建设/,
  安全生产: /安全生产/,
  网络安全: /网络安全|网信/,
  保密: /保密/,
  信访稳定: /信访/,
  法治建设: /法治/,
  统一战线: /统一战线|统战/,
  党建工作: /党建工作/,
}

/** What makes of a number no account of what was done: a plan, a rule, a bound, somebody else's, missed. */
const NO_ACCOUNT =
  /计划|拟(?:定|开展|组织)?|原定|将(?:开展|组织|安排|继续|进一步|再|于)|不少于|不低于|不超过|至少|力争|确保|应当?(?:开展|组织|进行|召开)|必须|(?<!按照?|照|根据)要求|规定|制度要|缺席|缺勤|请假|未参加|没有|未能|不够|缺少|除|(?<!到|赴|深入|对|向)各(?:自|支部|单位|科室|部门|县|区|乡|镇|街道)|所属|下属|基层(?:党组织|党委|支部|单位|党员)|带动|指导|全(?:省|市|县|区|系统)共|[到来][我本](?:[局委办县市区院校]|单位)/
/** Said after a number, that it was not done after all. */
const UNDONE = /^[^，,。；;]{0,10}(?:未能|没有|未(?:按期|如期|开展|落实))|^[^，,。；;]{0,4}(?:不少于|不低于|至少)/
/** Said earlier in the sentence: what follows is of each person, or of some of them. */
const OF_PERSONS = /每(?:人|名|位)|人均|有的|个别|部分(?:同志|党员|干部)|有[一两二三几\d]名/
/** Said earlier in the sentence: what follows is asked for, not told; until it comes to what was done. */
const ASKED = /(?:会议|讲话|通知|上级|《[^》]*》)[^，,]{0,6}(?:强调|要求|指出|提出|规定)|^(?:下一步|今后|接下来|明年)/
const DONE = /今年|实际|(?<!到|来)[我本](?:[局委办县市区院校]|支部|单位)/g
/** Said after that, that the whole body is meant again. */
const OF_BODY = /集体|合计|累计|总计|共(?!同)/g
/** A rule that something be done is not that it was. */
const IS_RULE = /^[^，,。；;]{0,6}(?:制度|机制|规定|要求|办法)/
const ANOTHER_YEAR = /上(?:一)?年度?|去年|前年|往年|上次|(\d{4})\s*年(?:度)?/g
const THIS_YEAR = /今年|本年度|今年以来/
/** Characters before a claim in which its period may be said. */
const FARTHEST = 40

/**
 * True if a number in a sentence is told as what was done, in the year asked about. `isAnyYear`: what last year left to be
 * done is told of in this one. `isOfRules`: the rules themselves are counted.
 */
export function isAccount(
  sentence: string,
  { start, end }: Span,
  asked: { readonly year: number | null; readonly isAnyYear: boolean; readonly isOfRules: boolean },
): boolean {
  const { year, isAnyYear, isOfRules } = asked
  const before = sentence.slice(0, start)
  const after = sentence.slice(end)
  if (NO_ACCOUNT.test(clauseBefore(before) + sentence.slice(start, end))) return false
  if (
    (!isOfRules && IS_RULE.test(after)) ||
    UNDONE.test(after) ||
    OF_PERSONS.test(before.slice(lastOf(before, OF_BODY)))
  )
    return false
  if (ASKED.test(before.slice(lastOf(before, DONE)))) return false
  return isAnyYear || !isOfAnotherYear(before, year)
}

/** True if a number is of all together: not of each of several (各2次 is, where it says so itself). */
export function isOfAll(sentence: string, { start, end }: Span): boolean {
  const near = clauseBefore(sentence.slice(0, start)).split('、').at(-1) ?? ''
  return !/每|分别|(?<!到|赴|深入|对|向)各(?![类项种])/.test(near) && !/每|分别/.test(sentence.slice(start, end))
}

/** How often something is said to be done, by the last words of a text that say so, near a place in it; null if none. */
export function periodIn(
  text: string,
  at = text.length,
): { readonly per: CalendarPeriod; readonly start: number } | null {
  const from = Math.max(0, at - FARTHEST, lastOf(text.slice(0, at), /[，,：:、]/g))
  const found = PERIODS.flatMap(([pattern, per]) =>
    [...text.slice(from).matchAll(new RegExp(pattern, 'g'))].map(({ index }) => ({ per, start: from + index })),
  )
  return found.toSorted((a, b) => b.start - a.start)[0] ?? null
}

/** The 专题 the clause of a number names, or the label before it (党建工作：研究部署3次); null if neither names one. */
export function subjectOf(sentence: string, { start, end }: Span): string | null {
  const after = /^[^，,：:、]*/.exec(sentence.slice(end))?.[0] ?? ''
  const before = sentence.slice(0, start)
  const own = clauseBefore(before)
  const label = /([^，,：:]*)[：:]$/.exec(before.slice(0, before.length - own.length))?.[1] ?? ''
  const clause = label + own + sentence.slice(start, end) + after
  return recordSubjects.find((subject) => SAID_OF[subject].test(clause)) ?? null
}

function clauseBefore(text: string): string {
  return text.slice(lastOf(text, /[，,：:]/g))
}

/** Where the text begins after the last match; 0 if there is none. */
function lastOf(text: string, pattern: RegExp): number {
  const last = [...text.matchAll(pattern)].at(-1)
  return last === undefined ? 0 : last.index + 1
}

function isOfAnotherYear(before: string, year: number | null): boolean {
  const last = [...before.matchAll(ANOTHER_YEAR)].at(-1)
  if (last === undefined || THIS_YEAR.test(before.slice(last.index + last[0].length))) return false
  return last[1] === undefined || (year !== null && Number(last[1]) !== year)
}

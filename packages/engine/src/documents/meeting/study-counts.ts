import { CHINESE_NUMERAL, chineseNumber } from '../../wording/chinese-number.ts'
import type { Span } from '../../span.ts'

/** How many sessions of 集中学习 a sentence states. */
export interface StudyCount extends Span {
  readonly value: number
}

/** An exact number of sessions: not 第三次, 近10次, 两到三次, 3次以上, 一次性. */
const TIMES = `(?<![第每近约逾超\\d０-９.．]|[\\d０-９一二两三四五六七八九十](?:至|到|[-—–~～、]))([\\d０-９]{1,2}|${CHINESE_NUMERAL}{1,3}|两)\\s*(?:场次|次|场)(?!以[上下内]|[之]?内|左右|[性数序元])`
const STUDY = '集中学习(?:研讨|讨论)?(?:活动|会议?)?'
/** What lists name beside it, and records of study are kept of as well. */
const COMPANION =
  '(?:(?:专题|集中|交流|学习|党课)(?:研讨|讨论|交流|学习|辅导|党课)(?:交流|发言)?(?:活动|会)?|警示教育(?:活动)?|研讨|读书班|专题党课)'
const SAYS = '(?:了|共计?|合计|累计|总计|达到?|有|已|为|[:：\\s]){0,3}'
const VERB = '(?:开展|组织|召开|进行|举行|举办|参加|安排|集体)'
const WHO = '(?:党组|党委|支部|支委会|班子|中心组|全体|成员|党员|干部|职工|同志|的){0,4}'

/** 集中学习3次, 集中学习，共三次; 集中学习和专题研讨各2次. */
const AFTER = new RegExp(`(${STUDY})(?:，?${SAYS}${TIMES}|((?:[、和及与]${COMPANION}){1,3})各${VERB}?${TIMES})`, 'g')
/** 2次集中学习, 三次党员集中学习; 先后3次组织党员集中学习. */
const BEFORE = new RegExp(`(?:${TIMES}(?:专题)?${WHO}|(?:先后|累计|共计?|分)${TIMES}${VERB}${WHO})(${STUDY})`, 'g')
/** What goes on a list of sessions: 、1次专题研讨; ，开展专题研讨一次. */
const NEXT = new RegExp(
  `^(?:[、，,和及与]|以及)+${VERB}?(?:${TIMES}${COMPANION}|${COMPANION}${SAYS}${TIMES}|(?:共计?|合计|总计|累计)(?:${VERB})?${TIMES})`,
)
/** Numbers that are no account of what was done before the meeting: how often, how many at least, of the whole year, missed. */
const OTHERWISE =
  /每(?:半?个?月|半?年|季度?|周|星期|旬|天|日|学期)|[按逐](?:月|季|周)|不少于|不低于|至少|计划|拟定?|力争|确保|缺席|缺勤|请假|未参加|没有参加|补学|全年|一年来|年以来|上半年|下半年|季度|上(?:一)?年度|去年|上次/

/**
 * The numbers of study sessions a text states, as a reader understands its sentences. “2次集中学习、1次专题研讨” states 2 of
 * 集中学习, and 3 of both together, which another paper may rightly call 集中学习研讨3次: each is a count. What is not surely
 * an account (每月集中学习2次, 集中学习、专题研讨3次) is left out.
 */
export function studyCountsIn(text: string): StudyCount[] {
  return [...text.matchAll(/[^。；;！？!?\n]+/g)].flatMap(({ 0: sentence, index: at }) => {
    const after = phrasesIn(sentence, AFTER)
    const before = phrasesIn(sentence, BEFORE).filter(
      (phrase) => !after.some(({ start, end }) => phrase.start < end && start < phrase.end),
    )
    return [...after, ...before]
      .toSorted((a, b) => a.start - b.start)
      .filter(({ start }) => !OTHERWISE.test(clauseBefore(sentence, start)))
      .flatMap((phrase) => [phrase, ...totalsOf(sentence, phrase)])
      .map(({ value, start, end }) => ({ value, start: at + start, end: at + end }))
  })
}

function phrasesIn(sentence: string, pattern: RegExp): (StudyCount & { readonly joined: number })[] {
  return [...sentence.matchAll(pattern)].map((match) => {
    const [words, ...groups] = match
    const list = groups.find((group) => group !== undefined && /^[、和及与]/.test(group)) ?? ''
    return {
      value: numberIn(groups),
      // 各2次 counts each: what is joined counts as often.
      joined: [...list.matchAll(/[、和及与]/g)].length,
      start: match.index,
      end: match.index + words.length,
    }
  })
}

function numberIn(groups: readonly (string | undefined)[]): number {
  return groups.map((group) => chineseNumber(group ?? '')).find((value) => !Number.isNaN(value)) ?? Number.NaN
}

/** The words before a phrase that it belongs to: its clause, and how often something is done from the sentence. */
function clauseBefore(sentence: string, start: number): string {
  const before = sentence.slice(0, start)
  const often = /每(?:半?个?月|半?年|季度?|周|星期)/.exec(before)?.[0] ?? ''
  return often + (before.split(/[，,：:]/).at(-1) ?? '')
}

/** The sums a list of sessions comes to: 2次集中学习、1次专题研讨 to 3; a total it gives itself (，共4次) is one as well. */
function totalsOf(sentence: string, { value, joined, start, end }: StudyCount & { joined: number }): StudyCount[] {
  const totals: StudyCount[] = joined === 0 ? [] : [{ value: value * (joined + 1), start, end }]
  let sum = value
  let to = end
  for (let next = NEXT.exec(sentence.slice(to)); next !== null; next = NEXT.exec(sentence.slice(to))) {
    to += next[0].length
    const isTotal = /共|[合总累]计/.test(next[0])
    const number = numberIn(next.slice(1))
    sum = isTotal ? number : sum + number
    totals.push({ value: sum, start, end: to })
    if (isTotal) break
  }
  return totals.slice(-1)
}

import type { Examination, Item } from '../../../examination/examination.ts'
import { chineseNumber } from '../../../wording/chinese-number.ts'
import { exactCount } from '../../../wording/exact-count.ts'
import type { Observation, Rule } from '../../rule.ts'
import { withPlainDigits } from '../../visible-lines.ts'

/** What a paper says it found, or what is to be done about it, with how much of it. */
const FOUND = '(?:主要有|共有|查摆|检视|查找|梳理|归拢|归纳|汇总|列出|形成|存在|剖析)[出了到为着成]{0,2}'
const PROBLEMS = new RegExp(
  `${FOUND}[^，。；：\\n\\d]{0,12}?(?:[^，。；：\\n]{1,4}个方面[共的、]?)?(?:主要|突出|具体)?(?:${exactCount('个|项|条')}(?:主要|突出|具体)?问题|问题(?:共|共计)?${exactCount('个|项|条')})`,
  'g',
)
const MEASURES = new RegExp(
  `(?:制定|提出|明确|落实|采取|确定)[了出]?(?:以下|如下|下列)${exactCount('条|项|个')}(?:整改|改进|具体)?措施`,
  'g',
)
/** A number of another meeting, of others, of some among more, or of what has not been put down here. */
const ANOTHER =
  /巡[视察]|审计|督[察导查]|反馈|征求|收集到|累计|全[局县市区镇院校]|班子成员|各(?:支部|单位|部门|科室)|分别|人均|每人|其中|例如/
/** What was found at another meeting, where this one is told of. */
const EARLIER = /上一?[年次]|去年|20\d\d年度/
/** So many more or fewer may have been counted wrong; where more differ, something else was counted. */
const FURTHEST_OFF = 2
const LEAST = 3

interface Kind {
  readonly pattern: RegExp
  readonly items: (examination: Examination) => readonly Item[]
  /** True if what is counted stands where the last meeting is told of. */
  readonly isPrior: boolean
}

const KINDS: readonly Kind[] = [
  { pattern: PROBLEMS, items: ({ problems }) => problems, isPrior: false },
  { pattern: PROBLEMS, items: ({ prior }) => prior, isPrior: true },
  { pattern: MEASURES, items: ({ measures }) => measures, isPrior: false },
]

export const itemsAnnounced: Rule = {
  id: 'count/items-announced',
  name: '条数与正文不符',
  severity: 'warning',
  why: '说查摆出几个问题、定了几条措施，正文就应当有几条，上级会一条一条地数。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ examination, text }) {
    for (const { pattern, items, isPrior } of KINDS) {
      const listed = items(examination)
      // Only what is numbered is counted surely: where one item ends without a number, another reader may cut.
      if (listed.length < LEAST || listed.some(({ mark }) => mark === '')) continue
      const before = withPlainDigits(text.slice(0, listed[0]?.start ?? 0))
      const isAnother = (clause: string): boolean => ANOTHER.test(clause) || (!isPrior && EARLIER.test(clause))
      const isHere = (at: number, clause: string): boolean =>
        isOfPrior(examination, at) === isPrior && !isAnother(clause) && !isClaimOfList(examination, at)
      yield* differences(before, pattern, listed.length, isHere)
    }
  },
  bad: [
    '2024年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，对照四个方面⟦查摆问题5个⟧，剖析了原因，现将有关情况报告如下。\n一、存在的问题\n1.学习不深入，读原著少。\n2.下基层少，全年只去了4次。\n3.批评不辣，有好人思想。\n4.制度执行不严，考勤走过场。\n二、整改措施\n1.每月读一本书。\n2.每季度下基层。',
  ],
  good: [
    '2024年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，对照四个方面查摆问题4个，剖析了原因，现将有关情况报告如下。\n一、存在的问题\n1.学习不深入，读原著少。\n2.下基层少，全年只去了4次。\n3.批评不辣，有好人思想。\n4.制度执行不严，考勤走过场。\n二、整改措施\n1.每月读一本书。\n2.每季度下基层。',
    '2024年度民主生活会个人对照检查材料\n\n上年度查摆问题5个，已整改。巡察反馈查摆出问题6个。现将有关情况报告如下。\n一、存在的问题\n1.学习不深入，读原著少。\n2.下基层少，全年只去了4次。\n3.批评不辣，有好人思想。\n4.制度执行不严，考勤走过场。\n二、整改措施\n1.每月读一本书。\n2.每季度下基层。',
  ],
}

/** True where a list follows at once, with which another rule compares it. */
function isClaimOfList({ claims }: Examination, at: number): boolean {
  return claims.some(({ found, end }) => found !== null && end > at && end - at < CLAIM_REACH)
}

const CLAIM_REACH = 40

/** True where the paper tells of the last meeting; a report on rectification does from its first word. */
function isOfPrior({ kind, sections }: Examination, at: number): boolean {
  const role = sections.find(({ start, end }) => start <= at && at < end)?.role
  return kind === 'rectification_report' || role === 'prior_rectification' || role === 'achievements'
}

function* differences(
  before: string,
  pattern: RegExp,
  listed: number,
  isHere: (at: number, clause: string) => boolean,
): Generator<Observation> {
  for (const match of before.matchAll(pattern)) {
    const [words, ...numbers] = match
    const said = chineseNumber(numbers.find((number) => number !== undefined) ?? '')
    if (!isHere(match.index, clauseOf(before, match.index, words))) continue
    if (said === listed || !(Math.abs(said - listed) <= FURTHEST_OFF)) continue
    yield {
      place: { start: match.index, end: match.index + words.length },
      message: `这里说“${words}”，正文列了${listed}条，请核对`,
    }
  }
}

/** The words with those before them in the clause. */
function clauseOf(before: string, start: number, words: string): string {
  return (/[^，。；\n]*$/.exec(before.slice(Math.max(0, start - 40), start))?.[0] ?? '') + words
}

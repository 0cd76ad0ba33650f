import type { DutyRole } from '../standards/duties.ts'
import type { DutyList, DutyPeriod } from '../standards/duty-terms.ts'
import { type RecordKind, recordSubjects } from '../standards/record-kinds.ts'

/** What a line of a responsibility list (责任清单) says, as far as its words tell. */
export interface ListedDuty {
  /** What it may be called: its first clause, as long as a name can be. */
  readonly name: string
  readonly per: DutyPeriod
  readonly amount: number
  /** True where the words say how often; else it was taken to be once a year. */
  readonly saysHowOften: boolean
  /** What would fulfil it; empty where the words name nothing that is recorded. */
  readonly kinds: readonly RecordKind[]
  readonly subject: string
}

const LONGEST_NAME = 60
const SHORTEST_CLAUSE = 4

/** Words by what they ask for, the narrower before the wider: of two that lie in one another the first counts. */
const KINDS: readonly (readonly [RegExp, RecordKind])[] = [
  [/(?:理论学习)?中心组(?:理论)?(?:集中)?学习|中心组/g, 'core_group'],
  [/第一议题/g, 'first_topic'],
  [/(?:专题)?党课|授课辅导/g, 'party_lecture'],
  [/谈心谈话|廉政谈话|提醒谈话|约谈/g, 'talk'],
  [/党员大会/g, 'branch_meeting'],
  [/支委会|支部委员会/g, 'committee_meeting'],
  [/党小组会/g, 'cell_meeting'],
  [/主题党日/g, 'theme_day'],
  [/(?:民主|组织)生活会/g, 'life_meeting'],
  [/民主评议/g, 'appraisal'],
  [/研判/g, 'analysis'],
  [/专题研究|研究部署|安排部署|部署|专题会议/g, 'deployment'],
  [/警示教育|专题片/g, 'warning_education'],
  [/宣讲|宣传/g, 'outreach'],
  [/调查研究|调研/g, 'research_report'],
  [/测试|考试/g, 'test'],
  [/培训/g, 'training'],
  [/演练/g, 'drill'],
  [/风险(?:点|隐患)?(?:排查|复查|防控)|隐患排查/g, 'risk_review'],
  [/检查|督导|督查|调度/g, 'inspection_visit'],
  [/三重一大|集体(?:研究|决定|决策)|民主集中制/g, 'decision'],
  [/指导/g, 'guidance'],
  [/述职|述责|述廉|请示报告|专题报告|书面报告|报告/g, 'report_up'],
  [/责任清单/g, 'responsibility_list'],
  [/工作要点/g, 'work_points'],
  [/节日|节前|廉洁提醒|廉节/g, 'holiday_notice'],
  [/党费/g, 'dues'],
  [/研讨|座谈/g, 'forum'],
  [/学习/g, 'study'],
]

const PERIODS: readonly (readonly [RegExp, DutyPeriod])[] = [
  [/每周|每星期|一周一|按周/, 'week'],
  [/每个?月|逐月|一月一|按月/, 'month'],
  [/每个?季度?|逐季|一季一|季度/, 'quarter'],
  [/(?:每|一)个?半年|半年/, 'half'],
  [/每逢节|节日|节前|重要节点/, 'holiday'],
  [/每年|年度|全年|年内|一年|年底|年末|年初|\d{1,2}月(?:底|份|前)/, 'year'],
]

const AMOUNT =
  /(?:不少于|至少|召开|开展|组织|听取|上|讲|进行)?\s{0,2}([一二两三四五六七八九十]|\d{1,2})\s{0,2}[次堂场篇期]/

const DIGITS: Readonly<Record<string, number>> = {
  ...{ 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
}

/** What a line asks for; `often` is what stands in a column of its own for how often or until when. */
export function listedDuty(text: string, often = ''): ListedDuty {
  const said = `${often}\n${text}`
  const per =
    PERIODS.find(([pattern]) => pattern.test(often))?.[1] ?? PERIODS.find(([pattern]) => pattern.test(said))?.[1]
  const count = (AMOUNT.exec(often) ?? AMOUNT.exec(text))?.[1]
  const amount = count === undefined ? 1 : (DIGITS[count] ?? Number(count))
  return {
    name: nameOf(text),
    per: per ?? 'year',
    amount: amount === 0 ? 1 : amount,
    saysHowOften: per !== undefined,
    kinds: kindsIn(text),
    subject: recordSubjects.find((subject) => text.includes(subject)) ?? '',
  }
}

/** Its first clauses, as many as a name can hold: 每季度专题研究意识形态工作. */
function nameOf(text: string): string {
  const plain = text.replace(/\s+/g, '')
  if (plain.length <= LONGEST_NAME) return plain.replace(/[。；;，,]$/, '')
  const clauses = plain.split(/[。；;，,：:]/)
  const [first = ''] = clauses
  const name = first.length >= SHORTEST_CLAUSE ? first : clauses.slice(0, 2).join('，')
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`
}

function kindsIn(text: string): RecordKind[] {
  let left = text
  const found = KINDS.filter(([pattern]) => {
    const without = left.replace(pattern, '　')
    const is = without !== left
    left = without
    return is
  })
  return found.map(([, kind]) => kind)
}

/** Words for who answers, by the posts they mean; the narrower before the wider. */
const ROLES: readonly (readonly [RegExp, readonly DutyRole[]])[] = [
  [/支部书记|总支书记/, ['secretary']],
  [/支委|支部委员/, ['committee_member']],
  [/纪检|纪委|监察|派驻/, ['discipline']],
  [/主要负责(?:人|同志)|主要领导|第一责任人|党[委组]书记|工委书记|一把手|单位负责人/, ['head']],
  [/分管领导|分管负责|副职|其他(?:班子|党组|党委)?成员|班子其他成员|党组其他|党委其他/, ['deputy', 'member']],
  [/班子成员|党组成员|党委委员|领导干部/, ['head', 'deputy', 'member', 'discipline']],
]

/** The posts that words for who answers mean; empty where they mean the body itself; null where they do not tell. */
export function rolesNamed(words: string): readonly DutyRole[] | null {
  const plain = words.replace(/\s+/g, '')
  const found = [...new Set(ROLES.flatMap(([pattern, roles]) => (pattern.test(plain) ? roles : [])))]
  if (found.length > 0) return found
  return plain === '' || /领导班子|班子|党委|党组|党支部|支部|党总支|本单位|全体|集体/.test(plain) ? [] : null
}

/** The list that a title, a sheet's name or a file's name names; null where none does. */
export function listNamed(words: string): DutyList | null {
  if (/一岗双责/.test(words)) return 'one_post'
  if (/监督责任/.test(words)) return 'supervision'
  return /主体责任/.test(words) ? 'main' : null
}

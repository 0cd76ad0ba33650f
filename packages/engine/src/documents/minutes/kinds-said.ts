import type { Span } from '../../span.ts'
import { type RecordKind, recordKinds } from '../../standards/record-kinds.ts'
import type { Field } from './fields.ts'
import type { Said } from './minutes.ts'

/** What titles call what was done. */
const TITLES: Partial<Readonly<Record<RecordKind, RegExp>>> = {
  study: /集中学习|学习(?:会|研讨)?(?:记录|纪要|情况|笔记)|专题学习|理论学习/,
  core_group: /中心组/,
  forum: /研讨|座谈交流/,
  first_topic: /第一议题/,
  party_lecture: /党课/,
  talk: /谈心|谈话/,
  branch_meeting: /(?:支部)?党员大会|支部大会/,
  committee_meeting: /支委会|^支部委员会$|支部委员会(?:会议|(?=记录|纪要))|支委会?会议/,
  cell_meeting: /党小组(?:会|学习)/,
  theme_day: /主题党日|党员活动日/,
  life_meeting: /民主生活会|组织生活会/,
  appraisal: /民主评议(?:党员)?/,
  analysis: /研判/,
  deployment: /部署(?:会|推进)|(?:工作)?(?:安排部署|部署安排|动员部署)/,
  warning_education: /警示(?:教育|大会)/,
  outreach: /宣讲|宣传(?:活动|周|月|日)/,
  research_report: /调研报告/,
  test: /(?:测试|考试|测验|应知应会)/,
  training: /培训/,
  drill: /演练/,
  risk_review: /风险(?:点)?.{0,6}(?:复查|排查|评估)/,
  inspection_visit: /(?:检查|督导|督查|调研督导)(?:记录|情况|反馈)/,
  system_meeting: /系统.{0,16}(?:会议|大会)/,
  report_up: /请示报告|(?:向|给).{2,20}报告/,
  responsibility_list: /责任清单|责任书/,
  work_points: /工作要点/,
  holiday_notice: /(?:节前|节日|廉节).{0,8}(?:廉洁|廉政|提醒|谈话)|廉洁过节/,
  dues: /党费/,
  discipline_count: /(?:四种形态|执纪问责|监督执纪).{0,8}(?:统计|情况|数据)/,
  deed: /(?:为群众|为民|为企业|为基层)?办实事/,
}

/** What topics and labels add to it: a study at a meeting, a lecture in it. */
const TOPICS: Partial<Readonly<Record<RecordKind, RegExp>>> = {
  first_topic: /第一议题/,
  party_lecture: /[讲上](?:了)?(?:一堂|一次|专题|廉政)?党课/,
  warning_education: /警示教育(?:展|片|基地|馆|活动)/,
}
const LABELS: Partial<Readonly<Record<RecordKind, RegExp>>> = {
  study: /^(?:集中)?学习(?:内容|篇目|材料)$/,
  forum: /研讨|^交流(?:发言|研讨)$/,
  training: /^培训/,
  party_lecture: /^党课题目$|^授课题目$/,
  talk: /^(?:谈话对象|被谈话人|谈心对象)$/,
}
/** What a kind that says more already holds. */
const HOLDS: Partial<Readonly<Record<RecordKind, readonly RecordKind[]>>> = {
  core_group: ['study'],
  first_topic: ['study'],
  theme_day: ['study'],
  training: ['study'],
  talk: ['study'],
}
/** 主题党日+集中学习: the title names what it would hold as another. */
const NAMED_BESIDE: Partial<Readonly<Record<RecordKind, RegExp>>> = { study: /[+＋暨](?:理论|集中)?学习/ }
/** Where a body decides; what it deals with says whether it did. */
const DECIDING = /党组|党委(?!会?“?第一议题)|常委会|班子|办公会/
const DECIDED = /审议|(?:讨论|研究)(?:决定|通过)|审定/

/** The kinds a record's titles (the line above, 会议类别), topics and labels tell, each with the words that tell it. */
export function kindsSaid(
  titles: readonly Said<string>[],
  topics: readonly Said<string>[],
  fields: readonly Field[],
): Said<RecordKind>[] {
  const found = new Map<RecordKind, Said<RecordKind>>()
  const tell = (value: RecordKind, by: Span | undefined): void => {
    if (by !== undefined) found.set(value, { value, start: by.start, end: by.end })
  }
  for (const kind of recordKinds) {
    const isDecided = kind === 'decision' && titles.some(({ value }) => DECIDING.test(value))
    tell(
      kind,
      titles.find(({ value }) => TITLES[kind]?.test(value)) ??
        topics.find(({ value }) => (isDecided ? DECIDED : TOPICS[kind])?.test(value)) ??
        fields.find(({ label }) => LABELS[kind]?.test(label)),
    )
  }
  const held = new Set([...found.keys()].flatMap((kind) => HOLDS[kind] ?? []))
  const isBeside = (kind: RecordKind): boolean => titles.some(({ value }) => NAMED_BESIDE[kind]?.test(value))
  return [...found.values()].filter(({ value }) => !held.has(value) || isBeside(value))
}

import type { DutyKnown, DutyList, DutyPeriod, DutyUnit } from './duty-terms.ts'
import type { RecordKind } from './record-kinds.ts'
import type { StandardDutyId } from './standard-duty-ids.ts'

/** The kinds of bodies, and the roles of posts, that a shipped duty can name. */
export type DutyBody = 'committee' | 'working_committee' | 'party_group' | 'general_branch' | 'branch' | 'cell' | 'unit'
export type DutyRole = 'head' | 'deputy' | 'member' | 'discipline' | 'secretary' | 'committee_member'

/** A duty as it is shipped: an office takes it up as it is, or changes it. */
export interface StandardDuty {
  readonly id: StandardDutyId
  readonly name: string
  /** Any of them fulfils it. */
  readonly kinds: readonly RecordKind[]
  /** What the record must be about; empty: anything. */
  readonly subject: string
  readonly list: DutyList
  readonly amount: number
  readonly unit: DutyUnit
  readonly per: DutyPeriod
  readonly owedKinds: readonly DutyBody[]
  /** Whoever holds one of these posts owes it himself; none: the body owes it. */
  readonly owedRoles: readonly DutyRole[]
  /** Owed only by a body in which somebody holds this role: no 支委会 where there is no committee. */
  readonly whereRole: DutyRole | null
  /** The text it rests on; empty where it is only practice. */
  readonly ground: string
  /** The article, where it was read. */
  readonly article: string
  readonly known: Exclude<DutyKnown, 'own'>
}

const BRANCH_RULES = '中国共产党支部工作条例（试行）'
const MEMBER_RULES = '中国共产党党员教育管理工作条例'
const IDEOLOGY_RULES = '党委（党组）意识形态工作责任制实施办法'
const STRICT_PARTY_RULES = '党委（党组）落实全面从严治党主体责任规定'
const CORE_GROUP_RULES = '中国共产党党委（党组）理论学习中心组学习规则'

const TEAMS: readonly DutyBody[] = ['committee', 'working_committee', 'party_group']
const TEAM_ROLES: readonly DutyRole[] = ['head', 'deputy', 'member', 'discipline']

const USUAL = {
  subject: '',
  amount: 1,
  unit: 'times',
  owedRoles: [],
  whereRole: null,
  ground: '',
  article: '',
  known: 'practice',
} as const

/**
 * The duties that come with the program. `read`: the text or a faithful account of it was read; `practice`: offices do so,
 * no national rule was read; `unverified`: from memory or at second hand – shown, never held against anybody.
 */
export const standardDuties: readonly StandardDuty[] = [
  ...organisationLife(),
  ...study(),
  ...mainResponsibility(),
  ...supervision(),
  ...onePost(),
  ...safety(),
]

function organisationLife(): StandardDuty[] {
  const usual = { ...USUAL, list: 'organisation_life', owedKinds: ['branch'], ground: BRANCH_RULES } as const
  const read = { ...usual, known: 'read' } as const
  return [
    {
      ...read,
      id: 'branch-meeting',
      name: '召开党员大会',
      kinds: ['branch_meeting'],
      per: 'quarter',
      article: '第十一条',
    },
    {
      ...read,
      id: 'committee-meeting',
      name: '召开支委会会议',
      kinds: ['committee_meeting'],
      per: 'month',
      whereRole: 'committee_member',
      article: '第十二条',
    },
    {
      ...read,
      id: 'cell-meeting',
      name: '召开党小组会',
      kinds: ['cell_meeting'],
      per: 'month',
      owedKinds: ['cell'],
      article: '第十三条',
    },
    {
      ...read,
      id: 'secretary-lecture',
      name: '支部书记讲党课',
      kinds: ['party_lecture'],
      per: 'year',
      owedRoles: ['secretary'],
    },
    {
      ...read,
      id: 'theme-day',
      name: '开展主题党日',
      kinds: ['theme_day'],
      per: 'month',
      ground: MEMBER_RULES,
      article: '第十六条',
    },
    {
      ...read,
      id: 'organisational-life',
      name: '召开组织生活会',
      kinds: ['life_meeting'],
      per: 'year',
      article: '第十七条',
    },
    {
      ...read,
      id: 'appraisal',
      name: '开展民主评议党员',
      kinds: ['appraisal'],
      per: 'year',
      ground: MEMBER_RULES,
      article: '第十八条',
    },
    {
      ...read,
      id: 'branch-talks',
      name: '支委之间、支委与党员、党员之间谈心谈话',
      kinds: ['talk'],
      per: 'year',
    },
    {
      ...read,
      id: 'dues',
      name: '按月收缴党费',
      kinds: ['dues'],
      per: 'month',
      ground: '关于中国共产党党费收缴、使用和管理的规定',
    },
    {
      ...read,
      id: 'democratic-life',
      name: '召开民主生活会',
      kinds: ['life_meeting'],
      per: 'year',
      owedKinds: TEAMS,
      ground: '县以上党和国家机关党员领导干部民主生活会若干规定',
    },
  ]
}

function study(): StandardDuty[] {
  const usual = { ...USUAL, list: 'study' } as const
  return [
    {
      ...usual,
      id: 'study-hours',
      name: '组织党员集中学习培训，全年不少于 32 学时',
      kinds: ['study', 'forum', 'party_lecture', 'theme_day', 'warning_education', 'training'],
      amount: 32,
      unit: 'hours',
      per: 'year',
      owedKinds: ['branch'],
      ground: MEMBER_RULES,
      article: '第二十条',
      known: 'read',
    },
    {
      ...usual,
      id: 'core-group',
      name: '理论学习中心组集体学习研讨',
      kinds: ['core_group'],
      per: 'quarter',
      owedKinds: TEAMS,
      ground: CORE_GROUP_RULES,
    },
    {
      ...usual,
      id: 'first-topic',
      name: '党组（党委）会第一议题学习',
      kinds: ['first_topic'],
      per: 'month',
      owedKinds: TEAMS,
    },
    {
      ...usual,
      id: 'weekly-study',
      name: '每周半天集中学习',
      kinds: ['study', 'core_group', 'forum', 'training'],
      unit: 'half_days',
      per: 'week',
      owedKinds: ['unit'],
    },
    {
      ...usual,
      id: 'research-report',
      name: '完成调研报告',
      kinds: ['research_report'],
      per: 'year',
      owedKinds: TEAMS,
      owedRoles: TEAM_ROLES,
    },
  ]
}

function mainResponsibility(): StandardDuty[] {
  const usual = { ...USUAL, list: 'main', owedKinds: TEAMS } as const
  const ideology = { ...usual, subject: '意识形态', ground: IDEOLOGY_RULES } as const
  return [
    {
      ...ideology,
      id: 'ideology-research',
      name: '专题研究意识形态工作',
      kinds: ['decision', 'analysis', 'deployment'],
      amount: 2,
      per: 'year',
      article: '第四条',
      known: 'read',
    },
    {
      ...ideology,
      ground: '',
      id: 'ideology-analysis',
      name: '分析研判意识形态形势',
      kinds: ['analysis'],
      per: 'quarter',
    },
    {
      ...ideology,
      ground: '',
      id: 'ideology-deployment',
      name: '安排部署意识形态工作',
      kinds: ['deployment'],
      per: 'half',
    },
    {
      ...ideology,
      id: 'ideology-report',
      name: '向上级报告意识形态工作',
      kinds: ['report_up'],
      per: 'half',
      article: '第七条',
      known: 'read',
    },
    {
      ...usual,
      id: 'strict-party-research',
      name: '专题研究全面从严治党工作',
      kinds: ['decision', 'analysis', 'deployment'],
      subject: '全面从严治党',
      per: 'half',
      ground: STRICT_PARTY_RULES,
      known: 'unverified',
    },
    {
      ...usual,
      id: 'strict-party-report',
      name: '向上级报告落实主体责任情况',
      kinds: ['report_up'],
      subject: '全面从严治党',
      per: 'year',
      ground: STRICT_PARTY_RULES,
      known: 'unverified',
    },
    {
      ...usual,
      id: 'responsibility-list',
      name: '制定年度责任清单',
      kinds: ['responsibility_list'],
      per: 'year',
      ground: STRICT_PARTY_RULES,
      known: 'unverified',
    },
    { ...usual, id: 'integrity-meeting', name: '召开党风廉政建设会议', kinds: ['system_meeting'], per: 'year' },
  ]
}

function supervision(): StandardDuty[] {
  const usual = { ...USUAL, list: 'supervision', owedKinds: TEAMS } as const
  return [
    { ...usual, id: 'work-points', name: '制定纪检工作要点', kinds: ['work_points'], per: 'year' },
    { ...usual, id: 'warning-education', name: '开展警示教育', kinds: ['warning_education'], per: 'half' },
    { ...usual, id: 'holiday-notice', name: '节前廉洁提醒', kinds: ['holiday_notice'], per: 'holiday' },
    { ...usual, id: 'inspection-visit', name: '检查督导下级', kinds: ['inspection_visit'], per: 'half' },
  ]
}

function onePost(): StandardDuty[] {
  const usual = { ...USUAL, list: 'one_post', owedKinds: TEAMS, owedRoles: TEAM_ROLES } as const
  return [
    { ...usual, id: 'member-lecture', name: '带头讲党课', kinds: ['party_lecture'], per: 'year' },
    { ...usual, id: 'member-talk', name: '与班子成员、分管单位负责人谈心谈话', kinds: ['talk'], per: 'year' },
    {
      ...usual,
      id: 'member-guidance',
      name: '到分管单位、联系点指导',
      kinds: ['guidance', 'inspection_visit'],
      per: 'half',
    },
  ]
}

function safety(): StandardDuty[] {
  const usual = { ...USUAL, list: 'safety', owedKinds: ['unit'] } as const
  return [
    { ...usual, id: 'drill', name: '开展应急演练', kinds: ['drill'], per: 'year' },
    { ...usual, id: 'risk-review', name: '复查风险点', kinds: ['risk_review'], per: 'year' },
    { ...usual, id: 'post-training', name: '岗前、转岗培训', kinds: ['training'], per: 'post_change' },
  ]
}

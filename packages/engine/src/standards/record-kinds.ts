/**
 * What a body can have done on a day, as the source documents and the rules name it. One record may be several of them at
 * once: a 党员大会 that is the study before a meeting too.
 */
export const recordKinds = [
  'study',
  'core_group',
  'forum',
  'first_topic',
  'party_lecture',
  'talk',
  'branch_meeting',
  'committee_meeting',
  'cell_meeting',
  'theme_day',
  'life_meeting',
  'appraisal',
  'analysis',
  'deployment',
  'warning_education',
  'outreach',
  'research_report',
  'article',
  'test',
  'training',
  'drill',
  'risk_review',
  'inspection_visit',
  'decision',
  'system_meeting',
  'guidance',
  'report_up',
  'responsibility_list',
  'work_points',
  'holiday_notice',
  'event',
  'dues',
] as const
export type RecordKind = (typeof recordKinds)[number]

export const recordKindNames: Readonly<Record<RecordKind, string>> = {
  study: '集中学习',
  core_group: '中心组学习',
  forum: '研讨交流',
  first_topic: '第一议题',
  party_lecture: '党课',
  talk: '谈心谈话',
  branch_meeting: '党员大会',
  committee_meeting: '支委会',
  cell_meeting: '党小组会',
  theme_day: '主题党日',
  life_meeting: '民主（组织）生活会',
  appraisal: '民主评议党员',
  analysis: '分析研判',
  deployment: '安排部署',
  warning_education: '警示教育',
  outreach: '宣讲宣传',
  research_report: '调研报告',
  article: '理论文章',
  test: '理论测试',
  training: '培训',
  drill: '演练',
  risk_review: '风险复查',
  inspection_visit: '检查督导',
  decision: '集体决定',
  system_meeting: '系统会议',
  guidance: '指导下级',
  report_up: '请示报告',
  responsibility_list: '制定责任清单',
  work_points: '制定工作要点',
  holiday_notice: '节日廉洁提醒',
  event: '活动',
  dues: '党费收缴',
}

/** What is counted of what was done; which kinds count what is the service's to say. */
export const recordNumbers = ['audience', 'base', 'entered', 'passed', 'items', 'due', 'paid', 'paidLate'] as const
export type RecordNumber = (typeof recordNumbers)[number]

export const recordNumberNames: Readonly<Record<RecordNumber, string>> = {
  audience: '受众人数',
  base: '应覆盖人数',
  entered: '参加人数',
  passed: '合格人数',
  items: '件数',
  due: '应交人数',
  paid: '按月交纳人数',
  paidLate: '补交人数',
}

/** Subjects (专题) that are asked for again and again; any other may be written. */
export const recordSubjects = [
  '意识形态',
  '全面从严治党',
  '党风廉政建设',
  '安全生产',
  '网络安全',
  '保密',
  '信访稳定',
  '法治建设',
  '统一战线',
  '党建工作',
] as const

import type { FigureId } from './figure-ids.ts'
import type { RecordKind, RecordNumber } from '../standards/record-kinds.ts'

/**
 * The figures (数字) of an office's year: what they are called, and of what they are made. What they come to is counted where
 * the rows are; how papers say them is in `documents/figures/figure-sayings.ts`, which a page does not need.
 */

/** What a figure counts, and so where its rows are. */
export type FigureSubject = 'record' | 'problem' | 'feedback' | 'paper'

export interface FigureTerm {
  readonly name: string
  /** What one of them is counted in, as the figure is shown. */
  readonly unit: string
  readonly of: FigureSubject
  /** What its rows are, where they are not of what it counts. */
  readonly rows?: 'problem'
  /** The records it is made of, by what was done: any of these. */
  readonly kinds?: readonly RecordKind[]
  /** What each of them adds, where that is not one: its hours, whom it was a talk with, numbers it holds. */
  readonly amount?: RecordNumber | 'hours' | 'talkedTo' | readonly RecordNumber[]
  /** Of how many the amount is said in a hundred; left out where it is said itself. */
  readonly outOf?: readonly RecordNumber[]
}

const discipline = { of: 'record', kinds: ['discipline_count'] } as const
/** What an inspection fed back, and of it what is rows of the ledger. */
const feedback = { of: 'feedback', unit: '个' } as const
const feedbackRows = { ...feedback, rows: 'problem' } as const
/** 四种形态 of oversight and discipline (《中国共产党党内监督条例》第七条). */
const FORMS = ['form1', 'form2', 'form3', 'form4'] as const

export const figureTerms = {
  studies: {
    name: '集中学习',
    unit: '次',
    of: 'record',
    kinds: ['study', 'core_group'],
  },
  coreGroupStudies: {
    name: '中心组学习',
    unit: '次',
    of: 'record',
    kinds: ['core_group'],
  },
  forums: {
    name: '研讨交流',
    unit: '次',
    of: 'record',
    kinds: ['forum'],
  },
  firstTopics: {
    name: '第一议题',
    unit: '次',
    of: 'record',
    kinds: ['first_topic'],
  },
  studyHours: {
    name: '学习学时',
    unit: '学时',
    of: 'record',
    kinds: ['study', 'core_group', 'forum', 'first_topic', 'party_lecture', 'warning_education', 'training'],
    amount: 'hours',
  },
  partyLectures: {
    name: '党课',
    unit: '次',
    of: 'record',
    kinds: ['party_lecture'],
  },
  talks: {
    name: '谈心谈话',
    unit: '次',
    of: 'record',
    kinds: ['talk'],
  },
  talkAttendances: {
    name: '谈心谈话人次',
    unit: '人次',
    of: 'record',
    kinds: ['talk'],
    amount: 'talkedTo',
  },
  branchMeetings: {
    name: '党员大会',
    unit: '次',
    of: 'record',
    kinds: ['branch_meeting'],
  },
  committeeMeetings: {
    name: '支委会',
    unit: '次',
    of: 'record',
    kinds: ['committee_meeting'],
  },
  cellMeetings: {
    name: '党小组会',
    unit: '次',
    of: 'record',
    kinds: ['cell_meeting'],
  },
  themeDays: {
    name: '主题党日',
    unit: '次',
    of: 'record',
    kinds: ['theme_day'],
  },
  analyses: {
    name: '分析研判',
    unit: '次',
    of: 'record',
    kinds: ['analysis'],
  },
  deployments: {
    name: '安排部署',
    unit: '次',
    of: 'record',
    kinds: ['deployment'],
  },
  warningEducation: {
    name: '警示教育',
    unit: '次',
    of: 'record',
    kinds: ['warning_education'],
  },
  outreach: {
    name: '宣讲宣传',
    unit: '次',
    of: 'record',
    kinds: ['outreach'],
  },
  outreachAudience: {
    name: '宣讲受众',
    unit: '人',
    of: 'record',
    kinds: ['outreach'],
    amount: 'audience',
  },
  researchReports: {
    name: '调研报告',
    unit: '篇',
    of: 'record',
    kinds: ['research_report'],
    amount: 'items',
  },
  articles: {
    name: '理论文章',
    unit: '篇',
    of: 'record',
    kinds: ['article'],
    amount: 'items',
  },
  testShare: { name: '理论测试合格率', unit: '%', of: 'record', kinds: ['test'], amount: 'passed', outOf: ['entered'] },
  trainings: {
    name: '培训',
    unit: '次',
    of: 'record',
    kinds: ['training'],
  },
  drills: {
    name: '演练',
    unit: '次',
    of: 'record',
    kinds: ['drill'],
  },
  inspectionVisits: { name: '检查督导', unit: '次', of: 'record', kinds: ['inspection_visit'] },
  decisions: { name: '集体决定', unit: '次', of: 'record', kinds: ['decision'] },
  systemMeetings: { name: '系统会议', unit: '次', of: 'record', kinds: ['system_meeting'] },
  reportsUp: {
    name: '请示报告',
    unit: '次',
    of: 'record',
    kinds: ['report_up'],
  },
  deeds: { name: '为群众办实事', unit: '件', of: 'record', kinds: ['deed'], amount: 'items' },
  forms: { name: '四种形态', unit: '人次', ...discipline, amount: FORMS },
  firstForm: { name: '第一种形态', unit: '人次', ...discipline, amount: 'form1' },
  secondForm: { name: '第二种形态', unit: '人次', ...discipline, amount: 'form2' },
  thirdForm: { name: '第三种形态', unit: '人次', ...discipline, amount: 'form3' },
  fourthForm: { name: '第四种形态', unit: '人次', ...discipline, amount: 'form4' },
  firstFormShare: { name: '第一种形态占比', unit: '%', ...discipline, amount: 'form1', outOf: FORMS },
  partyPunished: { name: '党纪处分', unit: '人', ...discipline, amount: 'partyPunished' },
  officePunished: { name: '政务处分', unit: '人', ...discipline, amount: 'officePunished' },
  admonished: { name: '诫勉', unit: '人', ...discipline, amount: 'admonished' },
  answerableBodies: { name: '问责组织', unit: '个', ...discipline, amount: 'answerableBodies' },
  answerablePeople: { name: '问责', unit: '人', ...discipline, amount: 'answerablePeople' },
  problems: {
    name: '问题',
    unit: '个',
    of: 'problem',
  },
  problemsDone: {
    name: '已完成整改',
    unit: '个',
    of: 'problem',
  },
  problemsSustained: {
    name: '长期坚持',
    unit: '个',
    of: 'problem',
  },
  problemsGoing: {
    name: '正在推进',
    unit: '个',
    of: 'problem',
  },
  problemsOverdue: { name: '超期未改', unit: '个', of: 'problem' },
  feedbackCategories: { ...feedback, name: '反馈的大类' },
  feedbackAspects: { ...feedback, name: '反馈的方面' },
  feedbackItems: { ...feedback, name: '反馈的问题' },
  feedbackProblems: { ...feedbackRows, name: '反馈问题列入台账' },
  feedbackMeasures: { ...feedbackRows, name: '反馈问题的整改措施', unit: '条' },
  feedbackDone: { ...feedbackRows, name: '反馈问题已完成整改' },
  feedbackSustained: { ...feedbackRows, name: '反馈问题长期坚持' },
  feedbackGoing: { ...feedbackRows, name: '反馈问题正在推进' },
  sweepFound: { name: '举一反三查出问题', unit: '个', of: 'problem' },
  papersIssued: {
    name: '印发文件',
    unit: '份',
    of: 'paper',
  },
  institutionsMade: { name: '制定制度', unit: '项', of: 'paper' },
  institutionsRevised: { name: '修订制度', unit: '项', of: 'paper' },
  institutionsRepealed: { name: '废止制度', unit: '项', of: 'paper' },
} as const satisfies Readonly<Record<FigureId, FigureTerm>>

/** What kind of document this is. */
export const documentKinds = [
  'team', // 领导班子对照检查材料
  'personal', // 个人对照检查材料、发言提纲
  'branch', // 党支部（支委会）对照检查材料
  'political_ecology', // 政治生态情况报告
  'rectification_report', // 整改情况报告
  'feedback', // 巡视巡察反馈意见、审计报告、督查通报
  'ledger', // 整改台账、问题清单
  'plan', // 会议方案、整改方案
  'meeting_report', // 会议情况报告
  'notice', // 会议通知
  'minutes', // 会议记录、纪要
  'talk', // 谈心谈话记录
  'speech', // 督导点评、主持词、总结讲话
  'rules', // 制度、办法、规定
  'template', // 模板、范文
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What meeting a material is for: 民主生活会, 组织生活会, 巡视巡察整改专题民主生活会. */
export const meetingKinds = ['democratic_life', 'organisational_life', 'inspection_rectification'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** What a section of a document is for. */
export const sectionRoles = [
  'opening', // 导语
  'prior_rectification', // 上次整改落实情况
  'preparation', // 会前准备
  'statement', // 有关情况说明
  'achievements', // 成绩、做法、特征
  'problems', // 查摆问题
  'case_analysis', // 典型案例剖析
  'causes', // 原因剖析
  'measures', // 整改措施、努力方向
  'closing', // 结尾
  'other',
] as const
export type SectionRole = (typeof sectionRoles)[number]

/**
 * How well a fact or the ground of a rule is known: it stands in a regulation, notice or communiqué that was read, it is
 * practice, or it is not verified. What is unverified is shown as advice, never as a violation.
 */
export type Known = 'regulation' | 'practice' | 'unverified'

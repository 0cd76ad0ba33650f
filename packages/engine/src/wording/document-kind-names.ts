import type { DocumentKind } from '../standards/field-words.ts'

/** What each kind of document is called. */
export const documentKindNames: Readonly<Record<DocumentKind, string>> = {
  team: '班子对照检查材料',
  personal: '个人对照检查材料',
  branch: '支部对照检查材料',
  political_ecology: '政治生态情况报告',
  rectification_report: '整改情况报告',
  feedback: '反馈意见',
  ledger: '台账、清单',
  plan: '方案',
  meeting_report: '会议情况报告',
  notice: '会议通知',
  minutes: '会议记录',
  talk: '谈心谈话记录',
  speech: '讲话、点评',
  rules: '制度、办法',
  template: '模板、范文',
  other: '其他',
}

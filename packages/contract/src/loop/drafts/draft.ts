import { z } from 'zod'

/** Papers of a meeting that are drafted from what is recorded: facts filled in, what only people can say left blank. */
export const draftKinds = [
  'plan',
  'notice',
  'opinions',
  'talks',
  'prior',
  'script',
  'report',
  'publication',
  'problemList',
  'rectificationList',
  'resultList',
  'catalogue',
] as const
export const DraftKind = z.enum(draftKinds, '请选种类')
export type DraftKind = z.infer<typeof DraftKind>

export const draftKindNames: Readonly<Record<DraftKind, string>> = {
  plan: '方案',
  notice: '通知',
  opinions: '征求意见情况汇总',
  talks: '谈心谈话情况',
  prior: '上次会议整改措施落实情况',
  script: '主持词',
  report: '情况报告',
  publication: '情况通报',
  problemList: '问题清单',
  rectificationList: '整改清单',
  resultList: '实效清单',
  catalogue: '归档目录',
}

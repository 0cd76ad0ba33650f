import { type MeetingStep, meetingSteps } from '@duizhao/engine/compliance'

export { type MeetingStep, meetingSteps }

/** What the steps of a meeting (环节) are called. None is stored: each follows from papers, records and problems. */
export const meetingStepNames: Readonly<Record<MeetingStep, string>> = {
  plan: '方案',
  study: '学习',
  opinions: '征求意见',
  talks: '谈心谈话',
  materials: '材料',
  review: '审核',
  session: '会议',
  lists: '清单',
  report: '上报',
  publication: '通报',
  rectification: '整改',
  next: '下次',
}

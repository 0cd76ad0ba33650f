import type { CheckRule } from '../../check-rule.ts'
import { filesOf, placeOf } from '../../meeting-files.ts'

export const quorum: CheckRule = {
  id: 'procedure/quorum',
  name: '到会人数不够',
  severity: 'error',
  why: '到会不足规定人数，会议不能召开，开了也不算数。',
  source: {
    title:
      '《县以上党和国家机关党员领导干部民主生活会若干规定》到会三分之二；《中国共产党支部工作条例（试行）》第十一条到会半数',
    known: 'regulation',
  },
  *check(meeting) {
    const isDemocratic = meeting.kind !== 'organisational_life'
    for (const { entitled, present } of filesOf(meeting, 'minutes', 'attendance')) {
      if (entitled === null || present === null || entitled.value === 0) continue
      const share = present.value / entitled.value
      if (isDemocratic ? share >= 2 / 3 : share >= 1 / 2) continue
      yield {
        message: `应到${entitled.value}人，实到${present.value}人，不足${isDemocratic ? '三分之二' : '半数'}，不能开会，请核对人数`,
        place: placeOf(entitled),
      }
      return
    }
  },
  bad: [
    `=== 签到表.txt
市图书馆党总支2025年度民主生活会签到表
时间：2026年1月12日
⟦应到9人⟧，实到5人`,
    `=== 会议记录.txt
云溪社区第三党支部2025年度组织生活会会议记录
会议时间：2026年2月6日
主持人：乔远山
⟦应到党员14人⟧，实到党员6人`,
  ],
  good: [
    `=== 会议记录.txt
云溪社区第三党支部2025年度组织生活会会议记录
会议时间：2026年2月6日
主持人：乔远山
应到党员14人，实到党员7人`,
    `=== 签到表.txt
市图书馆党组2025年度民主生活会签到表
时间：2026年1月12日
应到9人，实到6人`,
  ],
}

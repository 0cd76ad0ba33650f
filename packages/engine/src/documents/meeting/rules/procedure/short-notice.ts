import type { MeetingDocumentKind } from '../../../../standards/meeting-papers.ts'
import type { CheckRule } from '../../check-rule.ts'
import { filesOf, placeOf } from '../../meeting-files.ts'
import { dateInChinese } from '../../../../wording/write-date.ts'
import { daysAfter } from '../../../../wording/days.ts'

const AHEAD: readonly (readonly [kind: MeetingDocumentKind, name: string, days: number])[] = [
  ['plan', '会议方案', 10],
  ['notice', '会议通知', 3],
]

export const shortNotice: CheckRule = {
  id: 'procedure/short-notice',
  name: '提前的日子不够',
  severity: 'advice',
  why: '方案和通知来得太晚，学习、征求意见、谈话就来不及做。',
  source: { title: '民主生活会方案提前报批实践（各地规定不一）', known: 'practice' },
  *check(meeting) {
    const { date } = meeting
    if (date === null) return
    for (const [kind, name, days] of AHEAD) {
      for (const { date: own } of filesOf(meeting, kind)) {
        if (own !== null && own.value <= date && own.value > daysAfter(date, -days))
          yield {
            message: `${name}写于${dateInChinese(own.value)}，离${dateInChinese(date)}开会不到${days}天，请核对当地要求`,
            place: placeOf(own),
          }
      }
    }
  },
  bad: [
    `=== 会议记录.txt
石桥镇第一党支部2025年度组织生活会会议记录
会议时间：2026年2月4日
=== 通知.txt
关于召开2025年度组织生活会的通知
各位党员：
支部定于2026年2月4日召开2025年度组织生活会，请准时参加。
石桥镇第一党支部
⟦2026年2月3日⟧`,
  ],
  good: [
    `=== 会议记录.txt
石桥镇第一党支部2025年度组织生活会会议记录
会议时间：2026年2月4日
=== 通知.txt
关于召开2025年度组织生活会的通知
各位党员：
支部定于2026年2月4日召开2025年度组织生活会，请准时参加。
石桥镇第一党支部
2026年1月28日`,
  ],
}

import { type MeetingDocumentKind, meetingDocumentNames } from '../../../../standards/meeting-papers.ts'
import type { CheckRule } from '../../check-rule.ts'
import { filesOf, placeOf } from '../../meeting-files.ts'
import { daysBetween } from '../../../../wording/days.ts'
import { dateInChinese } from '../../../../wording/write-date.ts'

const BEFORE: readonly MeetingDocumentKind[] = [
  'plan',
  'approval',
  'notice',
  'study_plan',
  'study_record',
  'opinion_request',
  'team_material',
  'personal_material',
  'review_sheet',
]
const AFTER: readonly MeetingDocumentKind[] = ['meeting_report', 'remark_summary', 'publication']

export const stepOrder: CheckRule = {
  id: 'procedure/step-order',
  name: '环节先后颠倒',
  severity: 'warning',
  why: '会前的事记在会后，会后的事记在会前，说明是补记的或者日期写错了。',
  source: {
    title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于会前、会中、会后程序的要求',
    known: 'unverified',
  },
  *check(meeting) {
    const { date } = meeting
    if (date === null) return
    for (const file of filesOf(meeting, ...BEFORE, ...AFTER)) {
      const own = file.date
      if (own === null || isFarAway(own.value, date)) continue
      const isBefore = BEFORE.includes(file.kind)
      if (isBefore ? own.value <= date : own.value >= date) continue
      const name = meetingDocumentNames[file.kind]
      yield {
        message: `${name}的日期是${dateInChinese(own.value)}，${isBefore ? '晚于' : '早于'}会议日期${dateInChinese(date)}，请核对`,
        place: placeOf(own),
      }
    }
  },
  bad: [
    `=== 会议记录.txt
临江市粮储局党组2025年度民主生活会会议记录
会议时间：2026年1月16日
=== 学习记录.txt
党组会前集中学习记录
时间：⟦2026年1月19日⟧
学习内容：党章`,
    `=== 签到表.txt
临江市粮储局党组2025年度民主生活会签到表
时间：2026年1月16日
=== 报告.txt
临江市粮储局党组关于召开2025年度民主生活会情况的报告
市委组织部：
现将会议情况报告如下。
临江市粮储局党组
⟦2026年1月9日⟧`,
  ],
  good: [
    `=== 会议记录.txt
临江市粮储局党组2025年度民主生活会会议记录
会议时间：2026年1月16日
=== 学习记录.txt
党组会前集中学习记录
时间：2026年1月9日
学习内容：党章`,
    `=== 会议记录.txt
临江市粮储局党组2025年度民主生活会会议记录
会议时间：2026年1月16日
=== 学习记录.txt
党组集中学习记录
时间：2027年1月19日
学习内容：党章`,
  ],
}

/** A date further away than this was read from something else. */
const FURTHEST = 200

function isFarAway(own: string, meeting: string): boolean {
  return Math.abs(daysBetween(own, meeting)) > FURTHEST
}

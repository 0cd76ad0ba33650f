import type { CheckRule } from '../../check-rule.ts'
import { filesOf, placeOf } from '../../meeting-files.ts'
import { dateInChinese } from '../../../../wording/write-date.ts'
import { daysAfter } from '../../../../wording/days.ts'

const DAYS = 15

export const lateReport: CheckRule = {
  id: 'procedure/late-report',
  name: '情况报告超期',
  severity: 'warning',
  why: '会后十五日内要把情况报告和会议记录报上级，逾期会被通报。',
  source: {
    title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于会后十五日内上报的要求',
    known: 'unverified',
  },
  *check(meeting) {
    const { date } = meeting
    if (date === null || meeting.kind === 'organisational_life') return
    for (const { date: own } of filesOf(meeting, 'meeting_report')) {
      const limit = daysAfter(date, DAYS)
      if (own !== null && own.value > limit && own.value < daysAfter(date, 200))
        yield {
          message: `情况报告写于${dateInChinese(own.value)}，应当在${dateInChinese(limit)}前上报（会后${DAYS}日内）`,
          place: placeOf(own),
        }
    }
  },
  bad: [
    `=== 会议记录.txt
临江市林业局党组2025年度民主生活会会议记录
会议时间：2026年1月14日
=== 报告.txt
临江市林业局党组关于召开2025年度民主生活会情况的报告
市纪委、市委组织部：
现将有关情况报告如下。
临江市林业局党组
⟦2026年2月25日⟧`,
  ],
  good: [
    `=== 会议记录.txt
临江市林业局党组2025年度民主生活会会议记录
会议时间：2026年1月14日
=== 报告.txt
临江市林业局党组关于召开2025年度民主生活会情况的报告
市纪委、市委组织部：
现将有关情况报告如下。
临江市林业局党组
2026年1月29日`,
  ],
}

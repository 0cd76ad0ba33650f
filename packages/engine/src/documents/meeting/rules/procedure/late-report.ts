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
          about: dateInChinese(own.value),
          places: [placeOf(own)],
        }
    }
  },
}

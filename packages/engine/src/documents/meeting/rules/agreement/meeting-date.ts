import type { CheckRule } from '../../check-rule.ts'
import { disagreement, filesOf, nameOf, placeOf } from '../../meeting-files.ts'
import { dateInChinese } from '../../../../wording/write-date.ts'

export const meetingDate: CheckRule = {
  id: 'agreement/meeting-date',
  name: '会议日期不一致',
  severity: 'error',
  why: '会议哪天开的，通知、签到、记录、报告要一样；改期要有说明。',
  source: { title: '会议档案核对实践', known: 'practice' },
  *check(meeting) {
    const stated = filesOf(
      meeting,
      'approval',
      'notice',
      'attendance',
      'minutes',
      'meeting_report',
      'publication',
    ).flatMap((file) => file.meetingDate ?? [])
    const found = disagreement(stated)
    if (found === null) return
    const said = found.groups.map(
      ({ value, stated: own }) => `${own.map(({ path }) => nameOf(path)).join('、')}写${dateInChinese(value)}`,
    )
    yield {
      message: `会议日期不一致：${said.join('；')}，请核对`,
      about: found.groups.map(({ value }) => dateInChinese(value)).join('、'),
      places: stated.map(placeOf),
    }
  },
}

import type { CheckRule } from '../../check-rule.ts'
import { filesOf, nameOf, placed, placeOf } from '../../meeting-files.ts'
import { disagreement } from '../../stated-values.ts'
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
      ...placed(stated.map(placeOf)),
    }
  },
  bad: [
    `=== 会议记录.txt
临江市司法局党组2025年度民主生活会会议记录
会议时间：⟦2026年1月15日⟧
=== 报告.txt
临江市司法局党组关于召开2025年度民主生活会情况的报告
市委：
⟨2026年1月16日⟩，局党组召开2025年度民主生活会，现将有关情况报告如下。`,
  ],
  good: [
    `=== 会议记录.txt
临江市司法局党组2025年度民主生活会会议记录
会议时间：2026年1月15日
=== 签到表.txt
临江市司法局党组2025年度民主生活会签到表
时间：2026.1.15
=== 报告.txt
临江市司法局党组关于召开2025年度民主生活会情况的报告
市委：
1月15日，局党组召开2025年度民主生活会，现将有关情况报告如下。`,
  ],
}

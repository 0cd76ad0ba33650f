import type { CheckRule } from '../../check-rule.ts'
import { filesOf, nameOf, placeOf } from '../../meeting-files.ts'

export const meetingName: CheckRule = {
  id: 'agreement/meeting-name',
  name: '会议名称不一致',
  severity: 'warning',
  why: '标题还写着去年的年度或者别的会，多半是拿旧稿改的。',
  source: { title: '会议档案核对实践', known: 'practice' },
  *check(meeting) {
    const kinds = [
      'plan',
      'approval',
      'notice',
      'agenda',
      'attendance',
      'minutes',
      'meeting_report',
      'publication',
      'team_material',
      'personal_material',
      'closing_speech',
      'observer_comment',
    ] as const
    const stated = filesOf({ ...meeting, year: null }, ...kinds).flatMap((file) => file.meetingName ?? [])
    const groups = [...Map.groupBy(stated, ({ value }) => value)].toSorted((a, b) => b[1].length - a[1].length)
    const [main, ...others] = groups
    // Two names that are as frequent are two meetings.
    if (main === undefined || main[1].length < 3) return
    for (const [value, own] of others) {
      if (own.length * 3 > main[1].length) continue
      for (const each of own)
        yield {
          message: `${nameOf(each.path)}的标题写“${value}”，其他材料都是“${main[0]}”，请核对`,
          place: placeOf(each),
        }
    }
  },
  bad: [
    `=== 会议记录.txt
市水文站党支部2025年度组织生活会会议记录
会议时间：2026年1月21日
出席人员：于归帆、楚天阔、江月白
=== 签到表.txt
市水文站党支部2025年度组织生活会签到表
时间：2026年1月21日
=== 主持词.txt
市水文站党支部2025年度组织生活会主持词
同志们：
=== 点评.txt
在市水文站党支部⟦2024年度组织生活会⟧上的点评
同志们：
今天的会开得认真。`,
  ],
  good: [
    `=== 会议记录.txt
市水文站党支部2025年度组织生活会会议记录
会议时间：2026年1月21日
出席人员：于归帆、楚天阔、江月白
=== 签到表.txt
市水文站党支部2025年度组织生活会签到表
时间：2026年1月21日
=== 主持词.txt
市水文站党支部2025年度组织生活会主持词
同志们：
=== 点评.txt
在市水文站党支部2025年度组织生活会上的点评
同志们：
今天的会开得认真。`,
    `=== 会议记录.txt
市水文站党支部2025年度组织生活会会议记录
会议时间：2026年1月21日
出席人员：于归帆、楚天阔、江月白
=== 点评.txt
在市水文站党支部2024年度组织生活会上的点评
同志们：
今天的会开得认真。`,
  ],
}

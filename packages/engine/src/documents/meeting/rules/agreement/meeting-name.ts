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
          about: value,
          places: [placeOf(each)],
        }
    }
  },
}

import type { CheckObservation, CheckRule } from '../../check-rule.ts'
import type { FileFacts, Stated } from '../../meeting-facts.ts'
import { filesOf, nameOf, placed, placeOf } from '../../meeting-files.ts'
import { disagreement } from '../../stated-values.ts'

const NAMES = { entitled: '应到', present: '实到' } as const

export const attendance: CheckRule = {
  id: 'agreement/attendance',
  name: '到会人数不一致',
  severity: 'error',
  why: '签到、记录、报告里的人数对不上，上级一核就露馅。',
  source: { title: '会议档案核对实践', known: 'practice' },
  *check(meeting) {
    const files = filesOf(meeting, 'attendance', 'minutes', 'agenda', 'meeting_report', 'publication')
    let isTold = false
    for (const key of ['entitled', 'present'] as const) {
      const stated = files.flatMap((file) => file[key] ?? [])
      const found = disagreement(stated)
      if (found === null) continue
      isTold = true
      const said = found.groups.map(
        ({ value, stated: own }) => `${own.map(({ path }) => nameOf(path)).join('、')}写${value}人`,
      )
      yield {
        message: `${NAMES[key]}人数不一致：${said.join('；')}，请核对`,
        ...placed(stated.map(placeOf)),
      }
    }
    // Where documents disagree, their own sums only say it again.
    if (!isTold) for (const file of files) yield* withinFile(file)
  },
  bad: [
    `=== 会议记录.txt
柳湾村党支部2025年度组织生活会会议记录
会议时间：2026年1月25日
⟦应到党员22人⟧，⟦实到党员19人⟧
=== 签到表.txt
柳湾村党支部2025年度组织生活会签到表
时间：2026年1月25日
⟨应到党员23人⟩，⟨实到党员20人⟩`,
    `=== 会议记录.txt
柳湾村党支部2025年度组织生活会会议记录
会议时间：2026年1月25日
应到12人，⟦实到13人⟧`,
    `=== 会议记录.txt
柳湾村党支部2025年度组织生活会会议记录
会议时间：2026年1月25日
⟦应到12人⟧，实到10人，请假1人`,
    `=== 会议记录.txt
柳湾村党支部2025年度组织生活会会议记录
会议时间：2026年1月25日
出席人员：尚一鸣、裴青云、鲁怀安、明月华
应到5人，⟦实到5人⟧`,
  ],
  good: [
    `=== 会议记录.txt
柳湾村党支部2025年度组织生活会会议记录
会议时间：2026年1月25日
应到党员22人，实到党员19人，请假3人
=== 签到表.txt
柳湾村党支部2025年度组织生活会签到表
时间：2026年1月25日
应到党员22人，实到党员19人`,
    `=== 会议记录.txt
柳湾村党支部2025年度组织生活会会议记录
会议时间：2026年1月25日
出席人员：尚一鸣、裴青云、鲁怀安、明月华
应到4人，实到4人`,
  ],
}

function* withinFile({ entitled, present, absent, attendees, kind, path }: FileFacts): Generator<CheckObservation> {
  if (entitled !== null && present !== null && present.value > entitled.value)
    yield {
      message: `${nameOf(path)}写应到${entitled.value}人，实到${present.value}人，实到多于应到，请核对`,
      place: placeOf(present),
    }
  else if (entitled !== null && present !== null && absent !== null && present.value + absent.value !== entitled.value)
    yield {
      message: `${nameOf(path)}写应到${entitled.value}人，实到${present.value}人、请假${absent.value}人，加起来是${present.value + absent.value}人，请核对`,
      place: placeOf(entitled),
    }
  const listed: readonly Stated<string>[] = attendees
  if (present !== null && listed.length >= 2 && kind === 'minutes' && listed.length !== present.value)
    yield {
      message: `${nameOf(path)}写实到${present.value}人，列出的出席人员是${listed.length}人，请核对`,
      place: placeOf(present),
    }
}

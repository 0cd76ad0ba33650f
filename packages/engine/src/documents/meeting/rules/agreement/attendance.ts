import type { CheckRule } from '../../check-rule.ts'
import type { FileFacts, Stated } from '../../meeting-facts.ts'
import { disagreement, filesOf, nameOf, placeOf } from '../../meeting-files.ts'

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
        about: found.groups.map(({ value }) => value).join('、'),
        places: stated.map(placeOf),
      }
    }
    // Where documents disagree, their own sums only say it again.
    if (!isTold) for (const file of files) yield* withinFile(file)
  },
}

function* withinFile({
  entitled,
  present,
  absent,
  attendees,
  kind,
  path,
}: FileFacts): Generator<{ message: string; about: string; places: ReturnType<typeof placeOf>[] }> {
  if (entitled !== null && present !== null && present.value > entitled.value)
    yield {
      message: `${nameOf(path)}写应到${entitled.value}人，实到${present.value}人，实到多于应到，请核对`,
      about: `${present.value}`,
      places: [placeOf(present)],
    }
  else if (entitled !== null && present !== null && absent !== null && present.value + absent.value !== entitled.value)
    yield {
      message: `${nameOf(path)}写应到${entitled.value}人，实到${present.value}人、请假${absent.value}人，加起来是${present.value + absent.value}人，请核对`,
      about: `${entitled.value}`,
      places: [placeOf(entitled)],
    }
  const listed: readonly Stated<string>[] = attendees
  if (present !== null && listed.length >= 2 && kind === 'minutes' && listed.length !== present.value)
    yield {
      message: `${nameOf(path)}写实到${present.value}人，列出的出席人员是${listed.length}人，请核对`,
      about: `${present.value}`,
      places: [placeOf(present)],
    }
}

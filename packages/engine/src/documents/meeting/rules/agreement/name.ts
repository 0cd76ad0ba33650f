import type { CheckObservation, CheckRule } from '../../check-rule.ts'
import { filesOf, nameOf, placeOf } from '../../meeting-files.ts'
import type { MeetingFacts } from '../../meeting-facts.ts'
import { isName } from '../../../../wording/name-patterns.ts'

export const nameOfMember: CheckRule = {
  id: 'agreement/name',
  name: '姓名写法不一致',
  severity: 'error',
  why: '名字写错一个字，归档以后就成了另一个人。',
  source: { title: '会议档案核对实践', known: 'practice' },
  *check(meeting) {
    const seen = new Set<string>()
    for (const { written, member, path, start, end } of candidates(meeting)) {
      const key = `${written}#${path}`
      if (seen.has(key)) continue
      seen.add(key)
      yield {
        message: `${nameOf(path)}里的“${written}”与成员“${member}”差一个字，请核对`,
        place: placeOf({ path, start, end }),
      } satisfies CheckObservation
    }
  },
  bad: [
    `=== 会议记录.txt
市气象台党支部2025年度组织生活会会议记录
会议时间：2026年2月3日
出席人员：郁文澜、桑景行、易水寒
=== 谈话记录.txt
谈心谈话记录
时间：2026年1月20日
谈话人：⟦郁文澜
谈话对象：桑景形⟧
谈话内容：值班记录不全。`,
    `=== 会议记录.txt
市气象台党支部2025年度组织生活会会议记录
会议时间：2026年2月3日
出席人员：郁文澜、桑景行、易水寒
=== 学习记录.txt
支部集中学习记录
时间：2026年1月16日
参加人员：郁文澜、桑景行、⟦易永寒⟧
学习内容：党章`,
  ],
  good: [
    `=== 会议记录.txt
市气象台党支部2025年度组织生活会会议记录
会议时间：2026年2月3日
出席人员：郁文澜、桑景行、易水寒
=== 谈话记录.txt
谈心谈话记录
时间：2026年1月20日
谈话人：郁文澜
谈话对象：桑景行
谈话内容：值班记录不全。`,
    `=== 会议记录.txt
市气象台党支部2025年度组织生活会会议记录
会议时间：2026年2月3日
出席人员：郁文澜、桑景行、易水寒
=== 谈话记录.txt
谈心谈话记录
时间：2026年1月20日
谈话人：郁文澜
谈话对象：郁书涵
谈话内容：新入职，谈了打算。`,
  ],
}

interface Written {
  readonly written: string
  readonly member: string
  readonly path: string
  readonly start: number
  readonly end: number
}

/** Names where members are listed that are no member's, but one character away from one. */
function* candidates(meeting: MeetingFacts): Generator<Written> {
  const { members } = meeting
  const similar = (written: string): string | undefined =>
    members.includes(written) ? undefined : members.find((member) => isOneApart(written, member))
  for (const file of filesOf(meeting, 'attendance', 'minutes')) {
    for (const each of file.attendees) {
      const member = similar(each.value)
      if (member !== undefined) yield { written: each.value, member, ...placeOf(each) }
    }
  }
  for (const talk of filesOf(meeting, 'talk_record').flatMap(({ talks }) => talks)) {
    for (const written of talk.people) {
      const member = similar(written)
      if (member !== undefined) yield { written, member, path: talk.path, start: talk.start, end: talk.end }
    }
  }
  // Elsewhere a name is known by standing in a row of members: 周启明、陆晓岚、……
  for (const file of meeting.files) {
    for (const { 0: list, index } of file.document.text.matchAll(
      /\p{Script=Han}{2,4}(?:[、，,]\p{Script=Han}{2,4}){2,20}/gu,
    )) {
      const names = list.split(/[、，,]/)
      if (names.filter((each) => members.includes(each)).length < Math.max(2, names.length / 2)) continue
      for (const written of names) {
        const member = isName(written) ? similar(written) : undefined
        if (member === undefined || names.includes(member)) continue
        const start = index + list.indexOf(written)
        yield { written, member, path: file.path, start, end: start + written.length }
      }
    }
  }
}

/** The same length, the same family name, one character different. */
function isOneApart(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3 || a[0] !== b[0]) return false
  return [...a].filter((character, i) => character !== b[i]).length === 1
}

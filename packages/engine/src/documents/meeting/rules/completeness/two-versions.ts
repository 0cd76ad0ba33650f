import { wholeFile } from '../../../../findings/place.ts'
import { type MeetingDocumentKind, meetingDocumentNames } from '../../../../standards/meeting-papers.ts'
import { bigramsOf, dice } from '../../../../wording/likeness.ts'
import type { FileFacts } from '../../meeting-facts.ts'
import type { CheckRule } from '../../check-rule.ts'
import { filesOf, nameOf, ownerOf, placed } from '../../meeting-files.ts'

/** Papers of which a meeting has one. */
const ONCE: readonly MeetingDocumentKind[] = [
  'notice',
  'team_material',
  'minutes',
  'meeting_report',
  'closing_speech',
  'agenda',
]

export const twoVersions: CheckRule = {
  id: 'completeness/two-versions',
  name: '同一材料有两稿',
  severity: 'advice',
  why: '两份内容不同的同一材料放在一起，谁也不知道哪份是定稿。',
  source: { title: '归档实践：定稿归档', known: 'practice' },
  *check(meeting) {
    const groups: { name: string; files: FileFacts[] }[] = [
      ...ONCE.map((kind) => ({ name: meetingDocumentNames[kind], files: filesOf(meeting, kind) })),
      ...meeting.members.map((member) => ({
        name: `${member}的个人对照检查材料`,
        files: filesOf(meeting, 'personal_material').filter((file) => ownerOf(file, meeting.members) === member),
      })),
    ]
    for (const { name, files } of groups) {
      const texts = new Set(files.map(({ document }) => document.text.replace(/\s+/g, '')))
      // Papers that share little are no versions of one another.
      if (texts.size < 2 || !areAlike([...texts])) continue
      yield {
        message: `${name}有${texts.size}份不同的稿子：${files.map(({ path }) => nameOf(path)).join('、')}，请留下定稿`,
        ...placed(files.map(({ path }) => wholeFile(path))),
      }
    }
  },
  bad: [
    `=== ⟦主持词一稿.txt⟧
临江市体育局党组2025年度民主生活会主持词
同志们：
今天我们召开2025年度民主生活会，应到会七名同志全部到齐，可以开会。
进行第一项，通报上年度整改情况。
=== ⟨主持词二稿.txt⟩
临江市体育局党组2025年度民主生活会主持词
同志们：
今天我们召开2025年度民主生活会，应到会七名同志到会六名，可以开会。
进行第一项，通报上年度整改情况。`,
  ],
  good: [
    `=== 主持词.txt
临江市体育局党组2025年度民主生活会主持词
同志们：
今天我们召开2025年度民主生活会，可以开会。
进行第一项，通报上年度整改情况。
=== 总结讲话.txt
在临江市体育局党组2025年度民主生活会上的总结讲话
同志们：
今天的会开得很好，会后要抓好整改。`,
    `=== 主持词.txt
临江市体育局党组2025年度民主生活会主持词
同志们：
今天我们召开2025年度民主生活会，可以开会。
=== 备份/主持词.txt
临江市体育局党组2025年度民主生活会主持词
同志们：
今天我们召开2025年度民主生活会，可以开会。`,
  ],
}

const ALIKE = 0.5

function areAlike(texts: readonly string[]): boolean {
  const [first, ...others] = texts.map((text) => bigramsOf(text))
  return first !== undefined && others.some((other) => dice(first, other) >= ALIKE)
}

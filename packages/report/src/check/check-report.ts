import { type CheckedMeeting, type CheckFinding, meetingDocumentNames } from '@duizhao/engine'
import { meetingNames } from '@duizhao/engine/wording'
import { fileName } from '../outcome/file-name.ts'
import { severityNames } from '../outcome/words.ts'
import type { PlainReport, PlainSection } from '../plain/plain-report.ts'

/** A document that was checked: where its places are found. */
export interface CheckedText {
  readonly path: string
  readonly text: string
}

/** What is wrong with the papers of the meetings in a folder, and what each paper is. */
export function checkReport(meetings: readonly CheckedMeeting[], texts: readonly CheckedText[]): PlainReport {
  const findings = meetings.flatMap((meeting) => meeting.findings)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const files = meetings.flatMap((meeting) => meeting.files)
  return {
    title: '会议材料检查',
    facts: meetings.map(meetingFact),
    verdict: {
      tone: findings.length === 0 ? 'good' : errors > 0 ? 'error' : 'warning',
      words:
        findings.length === 0
          ? `${files.length} 份材料齐全、有序、对得上。`
          : `${files.length} 份材料，${findings.length} 处要看，其中错误 ${errors} 处。`,
    },
    sections: meetings.flatMap((meeting) => [
      findingSection(meeting, meetings.length > 1, texts),
      fileSection(meeting, meetings.length > 1),
    ]),
  }
}

function meetingFact({ name, kind, year, date, members, head, files }: CheckedMeeting): string {
  const title = `${name === '' ? '（单位不明）' : name}${year === null ? '' : `${year}年度`}${meetingNames[kind]}`
  const facts = [
    ...(date === null ? [] : [`${date} 召开`]),
    ...(members.length === 0 ? [] : [`成员 ${members.length} 人${head === null ? '' : `，${head}主持`}`]),
    `材料 ${files.length} 份`,
  ]
  return `${title}：${facts.join('，')}`
}

function headingOf({ name }: CheckedMeeting, isOneOfMany: boolean, words: string): string {
  return isOneOfMany ? `${name === '' ? '单位不明' : name}：${words}` : words
}

function findingSection(meeting: CheckedMeeting, isOneOfMany: boolean, texts: readonly CheckedText[]): PlainSection {
  return {
    heading: headingOf(meeting, isOneOfMany, '要看的地方'),
    columns: [
      { header: '轻重', width: 8 },
      { header: '说明', width: 70 },
      { header: '位置', width: 36 },
      { header: '规则', width: 30 },
    ],
    rows: meeting.findings.map((finding) => [
      severityNames[finding.severity],
      finding.message,
      placesIn(finding, texts),
      finding.rule,
    ]),
  }
}

function placesIn({ places }: CheckFinding, texts: readonly CheckedText[]): string {
  return places
    .map(({ path, start, end }) => {
      const text = texts.find((each) => each.path === path)?.text ?? ''
      return end === 0 ? fileName(path) : `${fileName(path)} 第${text.slice(0, start).split('\n').length}行`
    })
    .join('\n')
}

function fileSection(meeting: CheckedMeeting, isOneOfMany: boolean): PlainSection {
  const named = new Map<string, number>()
  for (const { messageFile } of meeting.findings.flatMap(({ places }) =>
    places.map(({ path }) => ({ messageFile: path })),
  ))
    named.set(messageFile, (named.get(messageFile) ?? 0) + 1)
  return {
    heading: headingOf(meeting, isOneOfMany, '每份材料'),
    columns: [
      { header: '种类', width: 18 },
      { header: '文件', width: 50 },
      { header: '结论', width: 16 },
      { header: '怎么认出的', width: 30 },
    ],
    rows: meeting.files.map(({ path, kind, reason, copyOf }) => [
      meetingDocumentNames[kind],
      path,
      copyOf !== null
        ? `与“${fileName(copyOf)}”相同`
        : (named.get(path) ?? 0) > 0
          ? { words: `${named.get(path)} 处要看`, tone: 'differs' as const }
          : '没有发现问题',
      reason,
    ]),
  }
}

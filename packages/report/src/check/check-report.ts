import { type CheckedMeeting, meetingDocumentNames } from '@duizhao/engine'
import { meetingNames } from '@duizhao/engine/wording'
import { failedRuleWords } from '../outcome/failed-rules.ts'
import { findingSection, type Numbered, numbered, placesIn } from '../findings/finding-section.ts'
import { type LookedAt, placeWordsIn } from '../findings/place-words.ts'
import { verdictOn } from '../findings/verdict.ts'
import { fileName } from '../outcome/file-name.ts'
import type { PlainReport, PlainSection } from '../plain/plain-report.ts'

/** What is wrong with the papers of the meetings in a folder, and what each paper is. Findings are numbered through. */
export function checkReport(meetings: readonly CheckedMeeting[], texts: readonly LookedAt[]): PlainReport {
  const findings = meetings.flatMap((meeting) => meeting.findings)
  const count = meetings.reduce((sum, { files }) => sum + files.length, 0)
  const placeWords = placeWordsIn(texts)
  let first = 1
  return {
    title: '会议材料检查',
    facts: [...meetings.map(meetingFact), ...failedRuleWords(meetings.flatMap(({ failed }) => failed))],
    verdict: verdictOn(findings, { looked: `${count} 份材料`, nothing: `${count} 份材料齐全、有序、对得上。` }),
    sections: meetings.flatMap((meeting) => {
      const own = numbered(meeting.findings, first)
      first += own.length
      const headingOf = (words: string): string =>
        meetings.length > 1 ? `${meeting.name === '' ? '单位不明' : meeting.name}：${words}` : words
      return [
        findingSection(own, { heading: headingOf('要看的地方'), placeWords }),
        fileSection(meeting, own, headingOf('每份材料')),
      ]
    }),
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

function fileSection({ files }: CheckedMeeting, findings: readonly Numbered[], heading: string): PlainSection {
  const about = (path: string): number[] =>
    findings.filter(({ finding }) => placesIn(finding).some((place) => place.path === path)).map(({ number }) => number)
  return {
    heading,
    columns: [
      { header: '种类', width: 18 },
      { header: '文件', width: 50 },
      { header: '结论', width: 16 },
      { header: '怎么认出的', width: 30 },
    ],
    rows: files.map(({ path, kind, reason, copyOf }) => {
      const numbers = about(path)
      return [
        meetingDocumentNames[kind],
        path,
        copyOf !== null
          ? `与“${fileName(copyOf)}”相同`
          : numbers.length > 0
            ? { words: `见第 ${numbers.join('、')} 处`, tone: 'differs' as const }
            : '没有发现问题',
        reason,
      ]
    }),
  }
}

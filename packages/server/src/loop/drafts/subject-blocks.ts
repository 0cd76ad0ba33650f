import {
  type DutyLine,
  type DutyOccurrence,
  figureIds,
  frequencyInWords,
  groundInWords,
  kindsInWords,
  occurrenceStateNames,
  periodInWords,
  type RecordKind,
  studyKinds,
  type WorkRecord,
} from '@duizhao/contract'
import { dateInChinese, figureTerms } from '@duizhao/engine/wording'
import type { OfficialBlock } from '@duizhao/report'
import { paragraph, ROOM, sections } from './blocks.ts'
import type { SubjectFacts } from './subject-facts.ts'

/** Under which heading a record stands: the first that has one of its kinds. */
const PARTS: readonly { readonly heading: string; readonly kinds: readonly RecordKind[] }[] = [
  { heading: '分析研判情况', kinds: ['analysis', 'risk_review'] },
  {
    heading: '学习教育和宣传情况',
    kinds: [...studyKinds, 'outreach', 'training', 'article', 'research_report', 'test', 'theme_day', 'event'],
  },
  { heading: '检查督导和请示报告情况', kinds: ['inspection_visit', 'guidance', 'report_up', 'drill'] },
  // Whatever else was done of the subject was talked over in a meeting or put down on paper.
  { heading: '研究部署情况', kinds: [] },
]

const partOf = ({ kinds }: WorkRecord): string =>
  PARTS.find((part) => kinds.some((kind) => part.kinds.includes(kind)))?.heading ?? '研究部署情况'

/** The report on a subject: the numbers, what was done by what it was, what was owed; room for what only people can say. */
export function subjectBlocks(facts: SubjectFacts): OfficialBlock[] {
  const byPart = Map.groupBy(facts.records, partOf)
  const done = (heading: string): OfficialBlock[] => [...recordBlocks(byPart.get(heading) ?? []), ROOM]
  return sections([
    { heading: '总体情况', blocks: [paragraph(overview(facts)), ROOM] },
    { heading: '研究部署情况', blocks: done('研究部署情况') },
    ...PARTS.slice(0, -1).map(({ heading }) => ({ heading, blocks: done(heading) })),
    { heading: '责任落实情况', blocks: dutyBlocks(facts) },
    { heading: '阵地管理和网络管理情况', blocks: [ROOM] },
    { heading: '存在的主要问题', blocks: [ROOM] },
    { heading: '下一步工作打算', blocks: [ROOM] },
  ])
}

/** 截至2026年6月30日，记录5次：分析研判2次、安排部署1次. */
function overview({ subject, asOf, records, figures, ...days }: SubjectFacts): string {
  const counted = figureIds.flatMap((id) => {
    const value = figures[id]?.value ?? 0
    return value === 0 ? [] : [`${figureTerms[id].name}${value}${figureTerms[id].unit}`]
  })
  const period = `${spanInWords(days)}（数截至${dateInChinese(asOf)}）`
  if (records.length === 0) return `${period}，没有${subject}工作的记录。`
  const each = counted.length === 0 ? '' : `，其中${counted.join('、')}（一次兼几种的，各算一次）`
  return `${period}，${subject}工作记录${records.length}次${each}。`
}

function recordBlocks(records: readonly WorkRecord[]): OfficialBlock[] {
  if (records.length === 0) return [paragraph('没有记录。')]
  return [
    paragraph(`共${records.length}次。`),
    {
      kind: 'table',
      columns: [
        { header: '序号', share: 8 },
        { header: '日期', share: 20 },
        { header: '名称', share: 28 },
        { header: '种类', share: 16 },
        { header: '议题', share: 28 },
      ],
      rows: records.map(({ onDay, name, kinds, topics }, at) => [
        String(at + 1),
        dateInChinese(onDay),
        name,
        kindsInWords(kinds),
        topics.map(({ text }) => text).join('；'),
      ]),
    },
  ]
}

/** What was owed in the days asked about, each time with what became of it; what is missing is named. */
function dutyBlocks({ subject, from, to, year }: SubjectFacts): OfficialBlock[] {
  const lines = year.lines.flatMap((line) => {
    const occurrences = line.occurrences.filter((one) => one.to >= from && one.to <= to)
    return line.duty.subject === subject && occurrences.length > 0 ? [{ ...line, occurrences }] : []
  })
  if (lines.length === 0) return [paragraph(`没有定${subject}的履职事项。`), ROOM]
  const all = lines.flatMap(({ occurrences }) => occurrences)
  const count = (...states: DutyOccurrence['state'][]): number =>
    all.filter(({ state }) => states.includes(state)).length
  return [
    paragraph(
      `应做${lines.length}项、${all.length}期：做了${count('met', 'late')}期，缺${count('missing')}期，没有到期${count('pending')}期。`,
    ),
    {
      kind: 'table',
      columns: [
        { header: '事项', share: 24 },
        { header: '要求', share: 14 },
        { header: '依据', share: 30 },
        { header: '落实情况', share: 32 },
      ],
      rows: lines.map((line) => [
        [line.duty.name, whoOf(line)].filter((words) => words !== '').join('：'),
        frequencyInWords(line.duty),
        groundInWords(line.duty),
        line.occurrences
          .map(({ period, state }) => `${periodInWords(period)}${occurrenceStateNames[state]}`)
          .join('；'),
      ]),
    },
    ROOM,
  ]
}

function whoOf({ person, people }: Pick<DutyLine, 'person' | 'people'>): string {
  return person?.name ?? (people === null ? '' : `${people}人`)
}

const PARTS_OF_YEAR: Readonly<Record<string, string>> = {
  '01-01 12-31': '',
  '01-01 06-30': '上半年',
  '07-01 12-31': '下半年',
  '01-01 03-31': '第一季度',
  '04-01 06-30': '第二季度',
  '07-01 09-30': '第三季度',
  '10-01 12-31': '第四季度',
}

/** 2026年上半年; the two days where they are no part of a year. */
export function spanInWords({ from, to }: { readonly from: string; readonly to: string }): string {
  const part = PARTS_OF_YEAR[`${from.slice(5)} ${to.slice(5)}`]
  return part === undefined ? `${dateInChinese(from)}至${dateInChinese(to)}` : `${from.slice(0, 4)}年${part}`
}

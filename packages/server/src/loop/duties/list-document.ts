import {
  type BodyDutyYear,
  type CountedIn,
  countedIn,
  type DutyLine,
  type DutyOccurrence,
  dutyUnitNames,
  frequencyInWords,
  groundInWords,
  occurrenceInWords,
  occurrenceStateNames,
  periodInWords,
} from '@duizhao/contract'
import type { OfficialBlock } from '@duizhao/report'
import { whoOf } from './export-words.ts'

/** The list as a table of duties with what was done by half-years; what people owe, a table each with room to sign. */
export function listBlocks(lines: readonly DutyLine[], answer: BodyDutyYear): OfficialBlock[] {
  if (lines.length === 0) return [{ kind: 'paragraph', words: `${answer.year}年没有列在这张清单上的事项。` }]
  const byWho = [...Map.groupBy(lines, (line) => line.person?.id ?? '')]
  return byWho.flatMap(([person, own]) => {
    const [first] = own
    const heading: OfficialBlock[] =
      person === '' || !first ? [] : [{ kind: 'heading', level: 1, words: `责任人：${whoOf(first)}` }]
    return [
      ...heading,
      {
        kind: 'table',
        columns: [
          { header: '序号', share: 0.07 },
          { header: '事项', share: 0.22 },
          { header: '要求', share: 0.12 },
          { header: '依据', share: 0.21 },
          { header: '上半年落实情况', share: 0.19 },
          { header: '下半年落实情况', share: 0.19 },
        ],
        rows: own.map((line, index) => [
          String(index + 1),
          line.duty.name,
          frequencyInWords(line.duty),
          groundInWords(line.duty),
          halfInWords(line, answer, 'first'),
          halfInWords(line, answer, 'second'),
        ]),
      },
      { kind: 'paragraph', words: '责任人签字：　　　　　　　　　年　　月　　日' },
    ]
  })
}

/** What became of the times that are due in one half of the year, with the days of the records: 已做 1 次（3月5日）；缺第二季度. */
function halfInWords(line: DutyLine, { year, records }: BodyDutyYear, half: 'first' | 'second'): string {
  const own = line.occurrences.filter(({ to }) => (to <= `${year}-06-30` ? 'first' : 'second') === half)
  if (own.length === 0) return '—'
  const done = own.filter(({ state }) => state === 'met' || state === 'late')
  const days = new Map(records.map(({ id, onDay }) => [id, onDay]))
  const on = done.flatMap((one) => one.records.map((id) => dayInWords(days.get(id) ?? '')))
  const said = done.length === 0 ? [] : [`${amountOf(done, line)}${on.length === 0 ? '' : `（${on.join('、')}）`}`]
  const rest = own.filter((one) => !done.includes(one)).map((one) => restInWords(one, countedIn(line)))
  return [...said, ...rest].join('；')
}

function amountOf(done: readonly DutyOccurrence[], { duty, people }: DutyLine): string {
  const late = done.some(({ state }) => state === 'late') ? '，有迟做的' : ''
  if (people !== null) return `已做 ${done.length} 期${late}`
  const sum = Math.round(done.reduce((total, one) => total + one.done, 0) * 10) / 10
  return `已做 ${sum} ${dutyUnitNames[duty.unit]}${late}`
}

function restInWords(occurrence: DutyOccurrence, unit: CountedIn): string {
  const { state, period, waiver, done } = occurrence
  const why = waiver === null ? '' : `（${waiver.reason}）`
  const isPart = state === 'missing' && done > 0
  return `${periodInWords(period)}${isPart ? occurrenceInWords(occurrence, unit) : occurrenceStateNames[state]}${why}`
}

function dayInWords(day: string): string {
  const [, month = '', date = ''] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}

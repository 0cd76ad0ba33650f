import { kindsInWords, recordKindFacts, recordNumberNames, recordNumbers, type WorkRecord } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import type { CellValue, Sheet } from '@duizhao/report'

/** What some records come to: every total is the sum of what stands in the rows. */
export interface Totals {
  readonly records: number
  readonly hours: number
  readonly texts: number
  readonly expected: number
  readonly present: number
}

export function totalsOf(records: readonly WorkRecord[]): Totals {
  const sum = (of: (record: WorkRecord) => number): number =>
    Math.round(records.reduce((total, record) => total + of(record), 0) * 10) / 10
  return {
    records: records.length,
    hours: sum(({ hours }) => hours ?? 0),
    texts: sum(({ topics }) => topics.length),
    expected: sum(({ attendance }) => attendance?.expected ?? 0),
    present: sum(({ attendance }) => attendance?.present ?? 0),
  }
}

/** The records that count as study. */
export function studiesAmong(records: readonly WorkRecord[]): WorkRecord[] {
  return records.filter(({ kinds }) => kinds.some((kind) => recordKindFacts[kind].isStudy))
}

/** Records as a sheet, the earliest first, with a last row that adds up those above. */
export function recordSheet(records: readonly WorkRecord[]): Pick<Sheet, 'columns' | 'rows'> {
  const numbers = recordNumbers.filter((name) => records.some((record) => record.numbers[name] !== undefined))
  const totals = totalsOf(records)
  const rows = records.map((record, at): CellValue[] => [
    at + 1,
    dateInChinese(record.onDay),
    record.name,
    kindsInWords(record.kinds),
    record.subjects.join('、'),
    record.host?.name ?? '',
    record.talkedTo.map(({ name }) => name).join('、'),
    record.topics.map(({ text }) => text).join('\n'),
    record.hours,
    record.attendance?.expected ?? null,
    record.attendance?.present ?? null,
    ...numbers.map((name) => record.numbers[name] ?? null),
  ])
  const added = numbers.map((name) => records.reduce((total, each) => total + (each.numbers[name] ?? 0), 0))
  const last: CellValue[] = [null, '合计', `${totals.records} 次`, '', '', '', '', '', totals.hours]
  return {
    columns: [
      { header: '序号', width: 6, kind: 'number' },
      { header: '日期', width: 16 },
      { header: '名称', width: 34 },
      { header: '种类', width: 20 },
      { header: '专题', width: 14 },
      { header: '主持', width: 10 },
      { header: '谈话对象', width: 10 },
      { header: '议题和学习的文章', width: 46 },
      { header: '学时', width: 8, kind: 'number' },
      { header: '应到', width: 8, kind: 'number' },
      { header: '实到', width: 8, kind: 'number' },
      ...numbers.map((name) => ({ header: recordNumberNames[name], width: 12, kind: 'number' as const })),
    ],
    rows: [...rows, [...last, totals.expected, totals.present, ...added]],
  }
}

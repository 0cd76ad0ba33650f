import { type RecordNumber, recordNumberNames, recordNumbers, type WorkRecord } from '@duizhao/contract'
import { dateInChinese } from '../../platform/archetypes/dates.ts'

/** 2026年3月5日至7日，补2月的 in one line. */
export function daysInChinese({
  onDay,
  untilDay,
  makesUpOn,
}: Pick<WorkRecord, 'onDay' | 'untilDay' | 'makesUpOn'>): string {
  const until = untilDay === null ? '' : `至${dateInChinese(untilDay)}`
  const madeUp = makesUpOn === null ? '' : `（补${dateInChinese(makesUpOn)}的）`
  return `${dateInChinese(onDay)}${until}${madeUp}`
}

/** 受众人数 30，应覆盖人数 40. */
export function numbersInChinese(numbers: Readonly<Partial<Record<RecordNumber, number | undefined>>>): string {
  return recordNumbers
    .flatMap((name) => (numbers[name] === undefined ? [] : [`${recordNumberNames[name]} ${numbers[name]}`]))
    .join('，')
}

/** 应到 12，实到 11. */
export function attendanceInChinese({ attendance }: Pick<WorkRecord, 'attendance'>): string {
  return attendance === null ? '' : `应到 ${attendance.expected}，实到 ${attendance.present}`
}

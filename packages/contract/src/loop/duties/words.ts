import {
  dutyKnownNames,
  dutyPeriodNames,
  dutyUnitNames,
  hoursOfHalfDay,
  type OccurrenceState,
  occurrenceStateNames,
  worstOf,
} from '@duizhao/engine/duties'
import type { BoardCell, DutyHead, DutyLine, DutyOccurrence } from './duty.ts'

/** How often a duty is owed: 每季度 1 次, 每年 32 学时. */
export function frequencyInWords({ per, amount, unit }: Pick<DutyHead, 'per' | 'amount' | 'unit'>): string {
  const much = `${amount} ${dutyUnitNames[unit]}`
  return per === 'once' ? `一共 ${much}` : `${dutyPeriodNames[per]} ${much}`
}

/** The ground of a duty with how well it is known: 《…》第十一条（读过原文）. */
export function groundInWords({ ground, known }: Pick<DutyHead, 'ground' | 'known'>): string {
  return ground === '' ? dutyKnownNames[known] : `${ground}（${dutyKnownNames[known]}）`
}

/** What a time is counted in; where several people owe it together, those who have done it. */
export type CountedIn = DutyHead['unit'] | 'people'

export function countedIn({ duty, people }: Pick<DutyLine, 'duty' | 'people'>): CountedIn {
  return people === null ? duty.unit : 'people'
}

/** What became of one time: 已做, 缺, 缺（1/2 次）, 缺（1 小时，差 2 小时）. */
export function occurrenceInWords(
  { state, done, needed }: Pick<DutyOccurrence, 'state' | 'done' | 'needed'>,
  unit: CountedIn = 'times',
): string {
  const isOpen = state === 'missing' || state === 'pending' || state === 'unknown'
  const part = isOpen && (needed > 1 || done > 0) ? `（${doneInWords({ done, needed }, unit)}）` : ''
  return `${occurrenceStateNames[state]}${part}`
}

function doneInWords({ done, needed }: Pick<DutyOccurrence, 'done' | 'needed'>, unit: CountedIn): string {
  if (unit === 'people') return `${done}/${needed} 人`
  if (unit !== 'half_days') return `${done}/${needed} ${dutyUnitNames[unit]}`
  const tenths = Math.round(done * hoursOfHalfDay * 10)
  return `${tenths / 10} 小时，差 ${(needed * hoursOfHalfDay * 10 - tenths) / 10} 小时`
}

/** One cell of a year grid: the months it spans, and the times in it. */
export interface GridCell {
  /** 1 to 12, both included. */
  readonly from: number
  readonly to: number
  readonly occurrences: readonly DutyOccurrence[]
  readonly state: OccurrenceState
}

/**
 * A line of a year grid: what is owed by month, quarter, half-year or year spans its months, weeks stand together in the
 * month of their Thursday, and what hangs on a day stands in the month in which it is due.
 */
export function gridCells(per: DutyHead['per'], occurrences: readonly DutyOccurrence[], year: number): GridCell[] {
  const spans = per === 'month' || per === 'quarter' || per === 'half' || per === 'year'
  const cells = Map.groupBy(occurrences, (occurrence) => {
    const last = per === 'week' ? thursdayOf(occurrence) : occurrence.to
    return `${spans ? monthIn(occurrence.from, year) : monthIn(last, year)}-${monthIn(last, year)}`
  })
  return [...cells].map(([key, together]) => {
    const [from = 1, to = 12] = key.split('-').map(Number)
    const state = worstOf(together.map((one) => one.state)) ?? 'unknown'
    return { from, to, occurrences: together, state }
  })
}

/** What a cell says: the state of its one time, or how many of its times are done. */
export function cellInWords({ occurrences, state }: GridCell, unit: CountedIn): string {
  const [only, ...more] = occurrences
  if (only && more.length === 0) return occurrenceInWords(only, unit)
  const done = occurrences.filter((one) => one.state === 'met' || one.state === 'late').length
  return `${occurrenceStateNames[state]}（${done}/${occurrences.length}）`
}

function thursdayOf({ from }: DutyOccurrence): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + 3 * 86_400_000).toISOString().slice(0, 10)
}

function monthIn(day: string, year: number): number {
  if (day < `${year}-01-01`) return 1
  return day > `${year}-12-31` ? 12 : Number(day.slice(5, 7))
}

/** How a body stands on a duty: what is missing first, else how far it is: 缺 2，做了 5/8. */
export function standingInWords(cell: BoardCell): string {
  const { met, late, missing, pending, spared, unknown } = cell
  const all = met + late + missing + pending
  if (all === 0) return unknown > 0 ? occurrenceStateNames.unknown : spared > 0 ? '不适用、免做' : ''
  const done = `${met + late}/${all}`
  if (missing > 0) return `缺 ${missing}，做了 ${done}`
  return late > 0 ? `迟 ${late}，做了 ${done}` : `做了 ${done}`
}

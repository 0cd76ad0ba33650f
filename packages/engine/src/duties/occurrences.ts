import { daysAfter } from '../wording/days.ts'
import { hoursOfHalfDay } from '../standards/duty-terms.ts'
import { isOwed } from './covered-days.ts'
import type { Duty, DutyFacts, DutyRecord, Occurrence, OccurrenceState } from './duty.ts'
import { eventPeriods } from './event-periods.ts'
import { type Period, periodOf, periodsOfYear } from './periods.ts'

/** A year of one duty. */
export interface DutyYear {
  readonly occurrences: readonly Occurrence[]
  /** Records of the duty's kinds on days of the year that no occurrence counts: done before it was owed, or beside it. */
  readonly beside: readonly string[]
}

/**
 * When a duty was or is owed in a year, and what became of each time; a function of the facts alone. A record counts in the
 * period of its day or, if it makes up for another day, of that one: once, except that one reminder may serve two holidays
 * close together, and one training two who came to their posts. What was missed stays missing.
 */
export function occurrences(duty: Duty, facts: DutyFacts, year: number): DutyYear {
  const records = facts.records.filter((record) => fits(record, duty)).toSorted(byDay)
  const owed = periodsOf(duty, facts, year).filter((period) => isOwed(period, duty, facts.held))
  const counted = new Set(owed.flatMap((period) => records.filter((record) => isWithin(record, period))))
  return {
    occurrences: owed
      .filter((period) => period.year === year)
      .map((period) =>
        occurrenceOf(
          period,
          duty,
          facts,
          records.filter((record) => isWithin(record, period)),
        ),
      ),
    beside: records.filter((record) => yearOf(record, duty) === year && !counted.has(record)).map(({ id }) => id),
  }
}

function periodsOf(duty: Duty, facts: DutyFacts, year: number): Period[] {
  const { per } = duty
  return per === 'once' || per === 'holiday' || per === 'post_change'
    ? eventPeriods(duty, facts, year)
    : periodsOfYear(per, year)
}

/** The year in whose grid a record of the duty stands: that of its week, where weeks are counted. */
function yearOf(record: DutyRecord, { per }: Duty): number {
  return periodOf(per === 'week' ? 'week' : 'year', dayOf(record)).year
}

function occurrenceOf(period: Period, duty: Duty, facts: DutyFacts, records: readonly DutyRecord[]): Occurrence {
  const { from, to, key } = period
  const due = workdaysAfter(to, duty.dueWorkdays, facts.calendar.isWorkday)
  const done = amountOf(records, duty)
  const inTime = amountOf(
    records.filter((record) => record.onDay <= due),
    duty,
  )
  const state = inTime >= duty.amount ? 'met' : done >= duty.amount ? 'late' : stateOfUndone(period, due, duty, facts)
  return { period: key, from, to, due, state, records: records.map(({ id }) => id), done, needed: duty.amount }
}

function stateOfUndone(period: Period, due: string, duty: Duty, facts: DutyFacts): OccurrenceState {
  const waiver = facts.waivers.find((each) => each.period === period.key)
  if (waiver) return waiver.state
  if (facts.keepsFrom === null) return 'unknown'
  if (facts.today <= due) return 'pending'
  return period.from < facts.keepsFrom || duty.known === 'unverified' ? 'unknown' : 'missing'
}

/** Hours are summed, of half a day too; a record that does not say how long it was is half a day. */
function amountOf(records: readonly DutyRecord[], { unit }: Duty): number {
  if (unit === 'times') return records.length
  const unsaid = unit === 'half_days' ? hoursOfHalfDay : 0
  const tenths = records.reduce((sum, { hours }) => sum + Math.round((hours ?? unsaid) * 10), 0)
  return unit === 'hours' ? tenths / 10 : tenths / (10 * hoursOfHalfDay)
}

function fits(record: DutyRecord, { kinds, subject }: Duty): boolean {
  return kinds.some((kind) => record.kinds.includes(kind)) && (subject === '' || record.subjects.includes(subject))
}

function isWithin(record: DutyRecord, { from, to }: Period): boolean {
  const day = dayOf(record)
  return day >= from && day <= to
}

function dayOf({ makesUpOn, onDay }: DutyRecord): string {
  return makesUpOn ?? onDay
}

function byDay(a: DutyRecord, b: DutyRecord): number {
  const [one, other] = [`${a.onDay} ${a.id}`, `${b.onDay} ${b.id}`]
  return one < other ? -1 : one > other ? 1 : 0
}

function workdaysAfter(day: string, workdays: number, isWorkday: (day: string) => boolean): string {
  let due = day
  for (let left = workdays; left > 0;) {
    due = daysAfter(due, 1)
    if (isWorkday(due)) left -= 1
  }
  return due
}

import { daysAfter } from '../wording/days.ts'
import type { Duty, DutyFacts } from './duty.ts'
import type { Period } from './periods.ts'

/** What belongs to a holiday is done in the fifteen days before it or while it lasts. */
const DAYS_BEFORE_HOLIDAY = 15
/** What belongs to a new post is done within thirty days of its first day, before or after. */
const DAYS_AROUND_POST = 30

/** The periods of a duty that hang on something else than the calendar; what is owed once stands in every year it touches. */
export function eventPeriods(duty: Duty, facts: DutyFacts, asked: number): Period[] {
  if (duty.per === 'holiday')
    return facts.calendar.holidays.map(({ name, from, to }) => ({
      key: `${to.slice(0, 4)}-${name}`,
      year: Number(to.slice(0, 4)),
      from: daysAfter(from, -DAYS_BEFORE_HOLIDAY),
      to,
    }))
  if (duty.per === 'post_change')
    return facts.changes.map(({ postId, on }) => ({
      key: postId,
      year: Number(on.slice(0, 4)),
      from: daysAfter(on, -DAYS_AROUND_POST),
      to: daysAfter(on, DAYS_AROUND_POST),
    }))
  const first = Number(duty.from.slice(0, 4))
  const to = duty.to ?? `${first}-12-31`
  const year = Math.min(Math.max(asked, first), Number(to.slice(0, 4)))
  return [{ key: 'once', year, from: duty.from, to }]
}

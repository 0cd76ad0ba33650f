import { type MeetingStep, meetingSteps } from '@duizhao/contract'
import type { WorkdayExceptions } from '../../platform/calendar/index.ts'
import { NEVER, type MeetingRow } from './meeting-queries.ts'
import type { Standing } from './standing-queries.ts'
import { stepDays } from './step-days.ts'

/** Where a meeting is, of what was done: the step that is not done and due first. */
export function standingOf(
  meeting: Pick<MeetingRow, 'plannedOn' | 'heldOn' | 'untilOn' | 'leadWorkdays' | 'reportDays'>,
  done: ReadonlySet<MeetingStep>,
  exceptions: WorkdayExceptions,
): Standing {
  const days = stepDays(meeting, exceptions)
  const open = meetingSteps.filter((step) => !done.has(step))
  const dueOf = (step: MeetingStep): string => days[step] ?? NEVER
  const [first] = open.toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)))
  return {
    done: meetingSteps.filter((step) => done.has(step)),
    nextStep: first ?? null,
    nextDue: first === undefined ? NEVER : dueOf(first),
  }
}

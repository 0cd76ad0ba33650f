import { type Meeting, type MeetingStep, meetingSteps } from '@duizhao/contract'
import type { WorkdayExceptions } from '../../platform/calendar/index.ts'
import { type MeetingSelected, nameOf, NEVER } from './meeting-queries.ts'
import { stepDays } from './step-days.ts'

/** The day as of which it is told what is late. */
export interface AsOf {
  readonly today: string
  readonly exceptions: WorkdayExceptions
}

/** A meeting as lists show it. */
export function meetingOf(row: MeetingSelected, { today, exceptions }: AsOf): Meeting {
  const { id, kind, cycleYear, trigger, triggerOn, plannedOn, heldOn, reportedOn, version, campaignId, nextDue } = row
  const done = row.done as MeetingStep[]
  const days = stepDays(row, exceptions)
  const isReplaced = row.replacedBy !== null
  const isLate = (step: MeetingStep): boolean => !isReplaced && !done.includes(step) && (days[step] ?? NEVER) < today
  return {
    ...{ id, kind, cycleYear, trigger, triggerOn, plannedOn, heldOn, reportedOn, version, done },
    name: nameOf(row),
    organisation: { id: row.organisationId, name: row.organisationName },
    campaign: campaignId === null ? null : { id: campaignId, name: row.campaignName ?? '' },
    isReplaced,
    late: meetingSteps.filter(isLate),
    nextStep: row.nextStep as MeetingStep | null,
    nextDue: nextDue === NEVER ? null : nextDue,
  }
}

import { type IncomingKind, incomingKindFacts } from '@duizhao/contract'
import { daysAfter } from '@duizhao/engine/wording'
import { isWorking, type WorkdayExceptions } from '../../platform/calendar/index.ts'

/** The last day of what came in on a day: of what is to be accepted first, the day by which that is said. */
export function dueAfterReceipt(kind: IncomingKind, receivedOn: string, exceptions: WorkdayExceptions): string {
  const { days, unit, acceptDays } = incomingKindFacts[kind]
  if (acceptDays !== null) return daysAfter(receivedOn, acceptDays)
  return unit === 'day' ? daysAfter(receivedOn, days) : workdaysAfter(receivedOn, days, exceptions)
}

/** The last day to end what was accepted on a day; null where the day it had already stays. */
export function dueAfterAcceptance(kind: IncomingKind, acceptedOn: string): string | null {
  const { days, acceptDays } = incomingKindFacts[kind]
  return acceptDays === null ? null : daysAfter(acceptedOn, days)
}

function workdaysAfter(day: string, count: number, exceptions: WorkdayExceptions): string {
  let at = day
  for (let left = count; left > 0;) {
    at = daysAfter(at, 1)
    if (isWorking(at, exceptions)) left -= 1
  }
  return at
}

import type { Scene } from '../scene.ts'
import type { Calls } from './call.ts'
import { feedbackCalls } from './feedback-calls.ts'
import { loopCalls } from './loop-calls.ts'
import { meetingCalls } from './meeting-calls.ts'
import { officeCalls } from './office-calls.ts'
import { institutionCalls } from './institution-calls.ts'
import { paperCalls } from './paper-calls.ts'
import { platformCalls } from './platform-calls.ts'
import { recurrenceCalls } from './recurrence-calls.ts'
import { reviewCalls } from './review-calls.ts'
import { inboxCalls } from './inbox-calls.ts'
import { roundCalls } from './round-calls.ts'
import { sweepCalls } from './sweep-calls.ts'
import { sessionCalls } from './session-calls.ts'

export { platformCalls }

/** What some endpoint is given: there are more of them than the compiler unites into one type. */
type PrepareAny = (scene: Scene) => Promise<unknown>

/** Every endpoint; one without a row here does not compile. */
export const calls: Readonly<Record<keyof Calls, PrepareAny>> = {
  ...platformCalls,
  ...officeCalls,
  ...loopCalls,
  ...paperCalls,
  ...recurrenceCalls,
  ...reviewCalls,
  ...meetingCalls,
  ...sessionCalls,
  ...roundCalls,
  ...inboxCalls,
  ...institutionCalls,
  ...feedbackCalls,
  ...sweepCalls,
} satisfies Calls

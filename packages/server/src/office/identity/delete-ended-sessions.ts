import type { Job } from '../../platform/jobs/index.ts'
import { deleteOldFailures } from './failure-queries.ts'
import { deleteEndedSessions } from './queries.ts'

/** The longest an office may let a session lie idle (`idleMinutes`). */
const IDLE_LIMIT = 240 * 60_000

export const deleteEndedSessionsEachNight: Job = {
  name: 'delete-ended-sessions',
  schedule: '17 3 * * *',
  work: async ({ db, now }) => {
    await deleteEndedSessions(db, now, new Date(now.getTime() - IDLE_LIMIT))
    await deleteOldFailures(db, now)
  },
}

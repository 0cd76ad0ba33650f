import type { Feature } from '../../platform/feature.ts'
import { deleteEndedSessionsEachNight } from './delete-ended-sessions.ts'
import { identityRecord } from './own-record.ts'
import { identityRoutes } from './routes.ts'

export {
  hashInitialPassword,
  hashPassword,
  type InitialPassword,
  initialPassword,
  newHalvedPassword,
  newInitialPassword,
} from './password.ts'
export { forgetAllFailures } from './failure-queries.ts'
export { actorOf, deleteSessionsOf, eraseCredentials, keepInitialPasswords, setPassword } from './queries.ts'
export {
  endReset,
  insertReset,
  insertWaitingReset,
  type WaitingReset,
  waitingReset,
  waitingResets,
  lastPutPassword,
} from './reset-queries.ts'
export { deleteFactor, factorOf } from './second-factor-queries.ts'
export { signedIn } from './signed-in.ts'

export const identity: Feature = {
  name: 'identity',
  routes: identityRoutes,
  jobs: [deleteEndedSessionsEachNight],
  ownRecord: identityRecord,
}

import type { Feature } from '../../platform/feature.ts'
import { ownMatters } from './own-record.ts'
import { matterRoutes } from './routes.ts'

export { countsOfSession, matterForUpdate, mattersOfSession, updateTold } from './matter-queries.ts'
export { type Asking, leaveToAnother, standingIn } from './policy.ts'
export { writeMatter } from './write-matter.ts'

export const matters: Feature = { name: 'matters', routes: matterRoutes, ownRecord: ownMatters }

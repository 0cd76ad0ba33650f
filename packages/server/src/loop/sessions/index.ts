import type { Feature } from '../../platform/feature.ts'
import { sessionRecord } from './own-record.ts'
import { sessionRoutes } from './routes.ts'
import { sessionTasks } from './tasks.ts'

export { sessionMinutes } from './minutes.ts'
export { priorInWords } from './minutes-blocks.ts'
export { seenSession } from './read-session.ts'

export const sessions: Feature = {
  name: 'sessions',
  routes: sessionRoutes,
  tasks: sessionTasks,
  ownRecord: sessionRecord,
}

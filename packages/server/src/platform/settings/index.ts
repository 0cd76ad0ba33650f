import { backupFacts, backUpEachNight, backupTasks } from '../backup/index.ts'
import type { Feature } from '../feature.ts'
import { httpTasks } from '../http/tasks.ts'
import { approvalTasks } from './change-settings.ts'
import { settingRoutes } from './routes.ts'

export { readSettings, type VersionedSettings } from './queries.ts'

export const settings: Feature = {
  name: 'settings',
  routes: settingRoutes,
  jobs: [backUpEachNight],
  homeFacts: backupFacts,
  tasks: async (...given) => [
    ...(await backupTasks(...given)),
    ...(await httpTasks(...given)),
    ...(await approvalTasks(given[0])),
  ],
}

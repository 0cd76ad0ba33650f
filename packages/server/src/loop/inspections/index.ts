import type { Feature } from '../../platform/feature.ts'
import { hasInspections } from './queries.ts'
import { inspectionRoutes } from './routes.ts'

export { inspectionById } from './queries.ts'
export { registerInspection } from './register-inspection.ts'

export const inspections: Feature = {
  name: 'inspections',
  routes: inspectionRoutes,
  blocksRemoval: async (tx, organisationId, name) =>
    (await hasInspections(tx, organisationId))
      ? { title: `“${name}”登记过巡视巡察，不能撤销。`, todo: '可以改名注明“已撤销”，记录仍然查得到。' }
      : null,
}

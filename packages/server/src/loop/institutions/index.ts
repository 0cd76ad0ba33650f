import type { Feature } from '../../platform/feature.ts'
import { figuresOfInstitutions } from './figures.ts'
import { ownInstitutions } from './own-record.ts'
import { institutionRoutes } from './routes.ts'
import { institutionTasks } from './tasks.ts'

export { keepInstitution } from './keep-institution.ts'
export { lookIntoInstitution } from './look-into.ts'
export { linkInstitution } from './sources.ts'

/** 制度: papers that hold from a day on, and whether they are carried out. */
export const institutions: Feature = {
  name: 'institutions',
  routes: institutionRoutes,
  tasks: institutionTasks,
  figures: figuresOfInstitutions,
  ownRecord: ownInstitutions,
}

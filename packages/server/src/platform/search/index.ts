import type { Feature } from '../feature.ts'
import { searchRoutes } from './routes.ts'

export { numberIn } from './number-in.ts'
export { enterSearch, leaveSearch, type Searchable, searchCondition } from './queries.ts'

export const search: Feature = { name: 'search', routes: searchRoutes }

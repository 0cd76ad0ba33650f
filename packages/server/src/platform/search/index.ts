import type { Feature } from '../feature.ts'
import { searchRoutes } from './routes.ts'

export { enterSearch, leaveSearch, type Searchable, searchCondition } from './queries.ts'

export const search: Feature = { name: 'search', routes: searchRoutes }

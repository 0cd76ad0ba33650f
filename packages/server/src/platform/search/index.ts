export { enterSearch, leaveSearch, type Searchable, searchCondition } from './queries.ts'
export { searchRoutes } from './routes.ts'

export { enterSearch, leaveSearch, type Searchable } from './queries.ts'
export { searchRoutes } from './routes.ts'

export { inspectionById } from './queries.ts'
export { inspectionRoutes } from './routes.ts'

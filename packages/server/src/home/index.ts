export type { Task, TaskSource } from './read-home.ts'
export { homeRoutes } from './routes.ts'

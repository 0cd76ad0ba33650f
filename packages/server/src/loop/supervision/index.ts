export { remind } from './remind.ts'
export { noticeRoutes } from './routes.ts'
export { supervisionTasks } from './tasks.ts'

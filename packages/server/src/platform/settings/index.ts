export { calendarRoutes } from './calendar-routes.ts'
export { readSettings, type VersionedSettings } from './queries.ts'
export { settingRoutes } from './routes.ts'

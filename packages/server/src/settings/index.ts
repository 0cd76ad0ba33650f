export { readSettings, type VersionedSettings } from './queries.ts'
export { settingRoutes } from './routes.ts'

export { readSettings, type VersionedSettings, writeSettings } from './queries.ts'
export { settingRoutes } from './routes.ts'

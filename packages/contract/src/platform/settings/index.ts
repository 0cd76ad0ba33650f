export * from './calendar-endpoints.ts'
export * from './settings.ts'

export * from './endpoints.ts'
export * from './recurrence.ts'

export * from './endpoints.ts'
export * from './import.ts'
export * from './organisation.ts'

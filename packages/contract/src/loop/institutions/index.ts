export * from './endpoints.ts'
export * from './institution.ts'
export * from './institution-names.ts'

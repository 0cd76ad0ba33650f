export * from './endpoints.ts'
export * from './inspection.ts'

export * from './endpoints.ts'
export * from './feedback.ts'
export * from './outcome.ts'

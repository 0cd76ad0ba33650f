export * from './endpoints.ts'
export * from './review.ts'
export * from './reviewed-text.ts'

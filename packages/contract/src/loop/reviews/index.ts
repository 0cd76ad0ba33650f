export * from './endpoints.ts'
export * from './meeting-review.ts'
export * from './review.ts'
export * from './reviewed-text.ts'

export * from './answer-endpoints.ts'
export * from './endpoints.ts'
export * from './opinion.ts'
export * from './round.ts'

export * from './endpoints.ts'
export * from './matter.ts'

export * from './endpoints.ts'
export * from './sweep.ts'
export * from './sweep-names.ts'

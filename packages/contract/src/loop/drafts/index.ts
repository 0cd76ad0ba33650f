export * from './draft.ts'
export * from './endpoints.ts'

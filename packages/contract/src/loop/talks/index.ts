export * from './endpoints.ts'
export * from './talk-lines.ts'

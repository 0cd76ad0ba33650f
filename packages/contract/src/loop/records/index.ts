export * from './endpoints.ts'
export * from './record-faults.ts'
export * from './record-kinds.ts'
export * from './record.ts'

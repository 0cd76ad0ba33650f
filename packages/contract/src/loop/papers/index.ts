export * from './endpoints.ts'
export * from './paper.ts'
export * from './paper-machine.ts'

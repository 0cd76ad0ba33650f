export * from './endpoints.ts'
export * from './figure.ts'

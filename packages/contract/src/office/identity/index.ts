export * from './account.ts'
export * from './endpoints.ts'
export * from './second-factor.ts'
export * from './second-factor-endpoints.ts'

export * from './campaign.ts'
export * from './endpoints.ts'

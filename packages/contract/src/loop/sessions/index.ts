export * from './agenda.ts'
export * from './endpoints.ts'
export * from './presence.ts'
export * from './session.ts'

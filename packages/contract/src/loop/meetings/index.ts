export * from './checklist.ts'
export * from './endpoints.ts'
export * from './meeting.ts'
export * from './steps.ts'

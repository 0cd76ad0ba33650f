export * from './endpoints.ts'
export * from './import.ts'
export * from './post.ts'

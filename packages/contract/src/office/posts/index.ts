export * from './endpoints.ts'
export * from './post.ts'

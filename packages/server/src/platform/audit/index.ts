export { type Acting, record } from './record.ts'
export { auditRoutes } from './routes.ts'
export { verifyChain } from './verify.ts'

import type { Feature } from '../feature.ts'
import { auditRecord } from './own-record.ts'
import { auditRoutes } from './routes.ts'

export { type Acting, record } from './record.ts'
export { recordRefusal } from './record-refusal.ts'
export { verifyChain } from './verify.ts'

export const audit: Feature = { name: 'audit', routes: auditRoutes, ownRecord: auditRecord }

import type { Feature } from '../feature.ts'
import { auditRecord } from './own-record.ts'
import { auditFacts } from './home-facts.ts'
import { auditRoutes } from './routes.ts'
import { anchorTasks } from './tasks.ts'

export { type Acting, record } from './record.ts'
export { recordReading } from './record-reading.ts'
export { recordRefusal } from './record-refusal.ts'
export { codeOf } from './anchor-file.ts'
export { anchorFileOf, keepAnchors, writeAnchor } from './keep-anchors.ts'
export { firstEntryAt } from './queries.ts'
export { verifyAudit } from './verify-audit.ts'
export { digesting, vouchFor } from './written.ts'
export { coverHistory, type Vouched, vouchedOf } from './vouched.ts'
export { vouchedRows } from './vouched-rows.ts'
export { type ChainVerification, verifyChain } from './verify.ts'

export const audit: Feature = {
  name: 'audit',
  routes: auditRoutes,
  tasks: anchorTasks,
  homeFacts: auditFacts,
  ownRecord: auditRecord,
}

import type { Feature } from '../../platform/feature.ts'
import { figuresOfFeedback } from './figures.ts'
import { feedbackRecord } from './own-record.ts'
import { feedbackRoutes } from './routes.ts'
import { feedbackTasks } from './tasks.ts'

export { claimItems } from './claim-items.ts'
export { enterItems } from './enter-items.ts'
export { linkRow } from './hang-rows.ts'

/** What inspections fed back (反馈的问题): items read in the paper and confirmed, and the rows of the ledger they end in. */
export const feedback: Feature = {
  name: 'feedback',
  routes: feedbackRoutes,
  tasks: feedbackTasks,
  figures: figuresOfFeedback,
  ownRecord: feedbackRecord,
}

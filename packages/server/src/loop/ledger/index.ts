import type { Feature } from '../../platform/feature.ts'
import { markAllOverdue, markOverdueEachHour } from './mark-overdue.ts'
import { everHadProblems, moveCounts } from './organisation-queries.ts'
import { ledgerRecord } from './own-record.ts'
import { ledgerRoutes } from './routes.ts'

export { actOn } from './act.ts'
export { notices, toNotice } from './detail-queries.ts'
export { enterHistory } from './history.ts'
export { measuresOf } from './measure-queries.ts'
export { accountsOfPeople } from './people-queries.ts'
export { factsFor } from './policy.ts'
export { insertProblems, type ProblemChange, problemRow, type ProblemRow, updateProblem } from './problem-queries.ts'

export const ledger: Feature = {
  name: 'ledger',
  routes: ledgerRoutes,
  jobs: [markOverdueEachHour],
  // While nobody was serving, deadlines have passed.
  start: async ({ db, now }) => {
    await markAllOverdue(db, now)
  },
  searches: [{ kind: 'problem', permission: 'problem.read' }],
  moved: moveCounts,
  blocksRemoval: async (tx, organisationId, name) =>
    (await everHadProblems(tx, organisationId))
      ? { title: `“${name}”的台账上有过问题，不能撤销。`, todo: '可以改名注明“已撤销”，记录仍然查得到。' }
      : null,
  ownRecord: ledgerRecord,
}

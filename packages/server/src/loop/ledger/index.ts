import type { Feature } from '../../platform/feature.ts'
import { evidenceOfFiles } from './evidence-queries.ts'
import { figuresOfLedger } from './figures.ts'
import { unreachedFacts } from './home-facts.ts'
import { markAllOverdue, markOverdueEachHour } from './mark-overdue.ts'
import { everHadProblems, moveCounts, moveVersions } from './organisation-queries.ts'
import { findNumbered } from './numbered-queries.ts'
import { ledgerRecord } from './own-record.ts'
import { problemSearches } from './personal-queries.ts'
import { ledgerRoutes } from './routes.ts'
import { vouchedEvents } from './vouched-queries.ts'

export { actOn, seenProblem } from './act.ts'
export { nextApproversOf } from './approvers.ts'
export { assignProblem } from './assign-problem.ts'
export { changeProblem } from './change-problem.ts'
export { citeEvidence } from './cite-evidence.ts'
export { heirsOf } from './detail-queries.ts'
export { eachOfMany } from './each-of-many.ts'
export { approvedVersion } from './from-paper/index.ts'
export { addEvidence } from './evidence.ts'
export { deadlineWords } from './export/index.ts'
export { decideExtension, requestExtension } from './extensions.ts'
export { markAllOverdue } from './mark-overdue.ts'
export { measuresOf } from './measure-queries.ts'
export { planMeasures } from './plan-measures.ts'
export { peopleWithin } from './people-queries.ts'
export { maySee, seenProblems } from './personal-queries.ts'
export { factsFor, type GuardFacts, mayAnswer } from './policy.ts'
export { problemDetail } from './problem-detail.ts'
export { problemEvents } from './problem-events.ts'
export { nameMeetingOf, problemById, problemRow, type ProblemRow } from './problem-queries.ts'
export { placeOfPassage } from './origins.ts'
export { registerPlaced, registerProblem } from './register-problem.ts'
export { reportProgress } from './report-progress.ts'
export { approveStrikeOff, requestStrikeOff, returnProblem, withdrawStrikeOff } from './strike-off.ts'
export { lookBack, transferProblem } from './successors.ts'

export const ledger: Feature = {
  name: 'ledger',
  routes: ledgerRoutes,
  jobs: [markOverdueEachHour],
  // While nobody was serving, deadlines have passed.
  start: async ({ db, now }) => {
    await markAllOverdue(db, now)
  },
  searches: problemSearches,
  numbered: findNumbered,
  moved: async (tx, move) => {
    await moveCounts(tx, move)
    await moveVersions(tx, move)
  },
  history: ['problem_version'],
  vouched: vouchedEvents,
  blocksRemoval: async (tx, organisationId, name) =>
    (await everHadProblems(tx, organisationId))
      ? { title: `“${name}”的台账上有过问题，不能撤销。`, todo: '可以改名注明“已撤销”，记录仍然查得到。' }
      : null,
  usesOfFiles: async (db, hashes) =>
    (await evidenceOfFiles(db, hashes)).map(({ hash, name, problemNumber }) => ({
      hash,
      words: `问题 ${problemNumber} 号的佐证材料“${name}”`,
    })),
  figures: figuresOfLedger,
  homeFacts: unreachedFacts,
  ownRecord: ledgerRecord,
}

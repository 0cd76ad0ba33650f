import type { Feature } from '../../platform/feature.ts'
import { figuresOfPapers } from './figures.ts'
import { paperRecord } from './own-record.ts'
import { hasPapers } from './queries.ts'
import { papersOfFiles } from './version-queries.ts'
import { paperRoutes } from './routes.ts'
import { paperSearches, putAllIntoSearch } from './searchable.ts'
import { paperTasks } from './tasks.ts'
import { vouchedEvents } from './vouched-queries.ts'

export { citablePaper, citablePapers, seenVersions, versionsTitled } from './cited-queries.ts'
export { passageOfPaper, passagesOfPaper, textOfVersion } from './paper-text.ts'

export { approvePaper, issuePaper, submitPaper } from './decide-paper.ts'
export { createPaper } from './hand-in.ts'
export { seenPaper, seenPapers } from './queries.ts'
export { latestFile } from './version-queries.ts'
export { seenVersion } from './read-paper.ts'
export { type KeptReview, keptReview } from './review-queries.ts'
export { rulesNow } from './reviewed-version.ts'
export { renewReview } from './renew-review.ts'
export { mayDecide, versionToJudge } from './version-to-judge.ts'

export const papers: Feature = {
  name: 'papers',
  routes: paperRoutes,
  // What was written before papers were searched.
  start: ({ db }) => putAllIntoSearch(db),
  searches: paperSearches,
  tasks: paperTasks,
  blocksRemoval: async (tx, organisationId, name) =>
    (await hasPapers(tx, organisationId))
      ? { title: `“${name}”有文稿，不能撤销。`, todo: '可以改名注明“已撤销”，文稿仍然查得到。' }
      : null,
  usesOfFiles: async (db, hashes) =>
    (await papersOfFiles(db, hashes)).map(({ hash, title, ordinal }) => ({
      hash,
      words: `文稿《${title}》第 ${ordinal} 版`,
    })),
  figures: figuresOfPapers,
  vouched: vouchedEvents,
  ownRecord: paperRecord,
}

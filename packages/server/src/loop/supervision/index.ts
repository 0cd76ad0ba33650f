import { transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { noticesOfOrganisation } from './own-record-queries.ts'
import { supervisionRecord } from './own-record.ts'
import { templatesOfFiles } from './template-queries.ts'
import { remindEachMorning } from './remind.ts'
import { noticeRoutes } from './routes.ts'
import { supervisionTasks } from './tasks.ts'

export { answerNotice } from './answer-notice.ts'
export { issueNotice } from './issue-notice.ts'
export { listNotices } from './list-notices.ts'
export { remind } from './remind.ts'

export const supervision: Feature = {
  name: 'supervision',
  routes: noticeRoutes,
  jobs: [remindEachMorning],
  // A morning on which nobody served is made up for; what was given already is not given again.
  start: ({ db, enqueue }) => transaction(db, (tx) => enqueue(tx, remindEachMorning, {})),
  tasks: supervisionTasks,
  blocksRemoval: async (tx, organisationId, name) => {
    const { hasIssued, hasTemplate } = await noticesOfOrganisation(tx, organisationId)
    if (hasIssued) return { title: `“${name}”发过督办单，不能撤销。`, todo: '可以改名注明“已撤销”，记录仍然查得到。' }
    if (hasTemplate)
      return { title: `“${name}”有自己的督办单格式，不能撤销。`, todo: '可以改名注明“已撤销”，格式仍然在。' }
    return null
  },
  usesOfFiles: async (db, hashes) =>
    (await templatesOfFiles(db, hashes)).map(({ hash, name, organisationName }) => ({
      hash,
      words: `${organisationName}的督办单格式“${name}”`,
    })),
  ownRecord: supervisionRecord,
}

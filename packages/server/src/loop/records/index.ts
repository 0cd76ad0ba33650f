import type { Feature } from '../../platform/feature.ts'
import { figuresOfRecords } from './figures.ts'
import { ownRecordGroups } from './own-record.ts'
import { everHadRecords, recordsOfFiles } from './queries.ts'
import { recordRoutes } from './routes.ts'

export { citableRecord, citableRecords, recordsNamed, recordsSeen, topicOfRecord } from './cited-queries.ts'
export { createRecord } from './create-record.ts'
export { attendanceOf } from './attendance-of.ts'
export { writerRoles } from './expected.ts'
export { readableBody, seesPairs } from './bodies.ts'
export { recordById as seenRecord } from './queries.ts'
export { readRecord } from './read-record.ts'
export { keptRecords } from './kept-queries.ts'
export { plannedTalks } from './plan-queries.ts'
export { shownRecords } from './export/shown-records.ts'

export const records: Feature = {
  name: 'records',
  routes: recordRoutes,
  searches: [{ kind: 'record', permission: 'record.read' }],
  blocksRemoval: async (tx, organisationId, name) =>
    (await everHadRecords(tx, organisationId))
      ? { title: `“${name}”记过履职记录，不能撤销。`, todo: '可以改名注明“已撤销”，记录仍然查得到。' }
      : null,
  usesOfFiles: async (db, hashes) =>
    (await recordsOfFiles(db, hashes)).map(({ hash, onDay, organisationName }) => ({
      hash,
      words: `${organisationName} ${onDay} 履职记录据以录入的文件`,
    })),
  figures: figuresOfRecords,
  ownRecord: ownRecordGroups,
}

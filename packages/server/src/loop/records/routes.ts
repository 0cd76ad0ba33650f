import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import type { House } from '../../platform/feature.ts'
import { route } from '../../platform/http/route.ts'
import { changeRecord } from './change-record.ts'
import { createRecord } from './create-record.ts'
import { exportRecords } from './export/export-records.ts'
import { studyReport } from './export/study-report.ts'
import { listOwnRecords, listRecords } from './list-records.ts'
import { previewRecordFile } from './preview-record-file.ts'
import { readRecord, readRecordFile } from './read-record.ts'
import { readRecordFigures } from './record-figures.ts'
import { listRecordPeople } from './record-people.ts'
import { releaseTalk } from './release-talk.ts'
import { withdrawRecord } from './withdraw-record.ts'

export function recordRoutes(app: FastifyInstance, { features }: House): void {
  route(app, endpoints.listRecords, ({ params, query }, context) => listRecords(context, params.organisationId, query))
  route(app, endpoints.readRecordFigures, ({ params, query }, context) =>
    readRecordFigures(context, params.organisationId, query),
  )
  route(app, endpoints.readRecord, ({ params }, context) => readRecord(context, params.recordId))
  route(app, endpoints.listRecordPeople, ({ params, query }, context) =>
    listRecordPeople(context, params.organisationId, query),
  )
  route(app, endpoints.createRecord, ({ params, body }, context) =>
    createRecord(context, features, params.organisationId, body),
  )
  route(app, endpoints.changeRecord, ({ params, body }, context) =>
    changeRecord(context, features, params.recordId, body),
  )
  route(app, endpoints.withdrawRecord, ({ params, body }, context) =>
    withdrawRecord(context, features, params.recordId, body),
  )
  route(app, endpoints.releaseTalk, ({ params, body }, context) => releaseTalk(context, params.recordId, body.version))
  route(app, endpoints.previewRecordFile, ({ params, file }, context) =>
    previewRecordFile(context, params.organisationId, file),
  )
  route(app, endpoints.readRecordFile, ({ params }, context) => readRecordFile(context, params.recordId))
  route(app, endpoints.exportRecords, ({ params, query }, context) =>
    exportRecords(context, params.organisationId, query),
  )
  route(app, endpoints.studyReport, ({ params, query }, context) => studyReport(context, params.organisationId, query))
  route(app, endpoints.listOwnRecords, ({ query }, context) => listOwnRecords(context, query))
}

import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import type { House } from '../../platform/feature.ts'
import { route } from '../../platform/http/route.ts'
import { draftArchive } from './archive.ts'
import { draftLists } from './draft-lists.ts'
import { draftPaper } from './draft-paper.ts'
import { subjectReport } from './subject-report.ts'

export function draftRoutes(app: FastifyInstance, house: House): void {
  route(app, endpoints.subjectReport, ({ params, query }, context) =>
    subjectReport(context, house, params.organisationId, query),
  )
  route(app, endpoints.draftPaper, ({ params }, context) => draftPaper(context, params.meetingId, params.kind))
  route(app, endpoints.draftArchive, ({ params }, context) => draftArchive(context, params.meetingId))
  route(app, endpoints.draftLists, ({ params }, context) => draftLists(context, params.meetingId))
}

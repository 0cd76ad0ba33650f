import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { createListedDuties } from './create-listed-duties.ts'
import { readDutyBoard } from './duty-board.ts'
import { readDutyYear, readOwnDuties } from './duty-year.ts'
import { dutyListDocument, exportDutyBoard, exportDutyYear } from './exports.ts'
import { listDuties } from './list-duties.ts'
import { readDutyList } from './read-duty-list.ts'
import { setRecordKeeping } from './record-keeping.ts'
import { takeBackWaiver, waiveDuty } from './waivers.ts'
import { changeDuty, createDuty, takeUpDuties, withdrawDuty } from './write-duty.ts'

export function dutyRoutes(app: FastifyInstance): void {
  readingRoutes(app)
  route(app, endpoints.takeUpDuties, ({ params, body }, context) => takeUpDuties(context, params.organisationId, body))
  route(app, endpoints.createDuty, ({ params, body }, context) => createDuty(context, params.organisationId, body))
  route(app, endpoints.readDutyList, ({ params, file }, context) => readDutyList(context, params.organisationId, file))
  route(app, endpoints.createListedDuties, ({ params, body }, context) =>
    createListedDuties(context, params.organisationId, body),
  )
  route(app, endpoints.changeDuty, ({ params, body }, context) => changeDuty(context, params.dutyId, body))
  route(app, endpoints.withdrawDuty, ({ params, body }, context) => withdrawDuty(context, params.dutyId, body))
  route(app, endpoints.waiveDuty, ({ params, body }, context) => waiveDuty(context, params.organisationId, body))
  route(app, endpoints.takeBackWaiver, ({ params, body }, context) =>
    takeBackWaiver(context, params.waiverId, body.reason),
  )
  route(app, endpoints.setRecordKeeping, ({ params, body }, context) =>
    setRecordKeeping(context, params.organisationId, body),
  )
}

function readingRoutes(app: FastifyInstance): void {
  route(app, endpoints.listDuties, ({ params }, context) => listDuties(context, params.organisationId))
  route(app, endpoints.readDutyYear, ({ params, query }, context) =>
    readDutyYear(context, params.organisationId, query.year),
  )
  route(app, endpoints.readOwnDuties, ({ query }, context) => readOwnDuties(context, query.year))
  route(app, endpoints.readDutyBoard, ({ params, query }, context) =>
    readDutyBoard(context, params.organisationId, query),
  )
  route(app, endpoints.exportDutyBoard, ({ params, query }, context) =>
    exportDutyBoard(context, params.organisationId, query),
  )
  route(app, endpoints.exportDutyYear, ({ params, query }, context) =>
    exportDutyYear(context, params.organisationId, query.year),
  )
  route(app, endpoints.dutyListDocument, ({ params, query }, context) =>
    dutyListDocument(context, params.organisationId, query),
  )
}

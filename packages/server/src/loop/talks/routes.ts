import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { exportTalkMatrix } from './export-talk-matrix.ts'
import { readTalkMatrix } from './read-talk-matrix.ts'
import { remindOfTalks } from './remind-of-talks.ts'
import { talkRegister } from './talk-register.ts'

export function talkRoutes(app: FastifyInstance): void {
  route(app, endpoints.readTalkMatrix, ({ params, query }, context) =>
    readTalkMatrix(context, params.organisationId, query),
  )
  route(app, endpoints.exportTalkMatrix, ({ params, query }, context) =>
    exportTalkMatrix(context, params.organisationId, query),
  )
  route(app, endpoints.talkRegister, ({ params, query }, context) =>
    talkRegister(context, params.organisationId, query),
  )
  route(app, endpoints.remindOfTalks, ({ params, body }, context) =>
    remindOfTalks(context, params.organisationId, body),
  )
}

import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { countCameBack, listCameBack, listCommonMatters, listUndecided } from './came-back.ts'
import { judgeRecurrence } from './judge-recurrence.ts'
import { readRecurrence } from './read-recurrence.ts'

export function recurrenceRoutes(app: FastifyInstance): void {
  route(app, endpoints.readRecurrence, ({ params }, context) => readRecurrence(context, params.problemId))
  route(app, endpoints.judgeRecurrence, ({ params, body }, context) =>
    judgeRecurrence(context, params, { reason: '', ...body }),
  )
  route(app, endpoints.listCameBack, ({ params, query }, context) => listCameBack(context, { ...params, ...query }))
  route(app, endpoints.countCameBack, ({ params, query }, context) => countCameBack(context, { ...params, ...query }))
  route(app, endpoints.listUndecided, ({ params, query }, context) => listUndecided(context, { ...params, ...query }))
  route(app, endpoints.listCommonMatters, ({ params, query }, context) =>
    listCommonMatters(context, { ...params, ...query }),
  )
}

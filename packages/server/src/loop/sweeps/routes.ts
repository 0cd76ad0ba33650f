import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { answerSweep } from './answer-sweep.ts'
import { askSweep, withdrawSweep } from './ask-sweep.ts'
import { listProblemSweeps, listSweeps, readSweep } from './show-sweeps.ts'

export function sweepRoutes(app: FastifyInstance): void {
  route(app, endpoints.askSweep, ({ params, body }, context) => askSweep(context, params.problemId, body))
  route(app, endpoints.listProblemSweeps, ({ params }, context) => listProblemSweeps(context, params.problemId))
  route(app, endpoints.listSweeps, ({ params, query }, context) => listSweeps(context, params.organisationId, query))
  route(app, endpoints.readSweep, ({ params }, context) => readSweep(context, params.sweepId))
  route(app, endpoints.answerSweep, ({ params, body }, context) => answerSweep(context, params, body))
  route(app, endpoints.withdrawSweep, ({ params, body }, context) =>
    withdrawSweep(context, params.sweepId, body.reason),
  )
}

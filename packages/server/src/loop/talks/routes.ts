import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { readTalkMatrix } from './read-talk-matrix.ts'

export function talkRoutes(app: FastifyInstance): void {
  route(app, endpoints.readTalkMatrix, ({ params, query }, context) =>
    readTalkMatrix(context, params.organisationId, query),
  )
}

import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { problemFile } from './problem-file.ts'

export function dossierRoutes(app: FastifyInstance): void {
  route(app, endpoints.problemFile, ({ params }, context) => problemFile(context, params.problemId))
}

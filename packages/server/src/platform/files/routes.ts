import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import type { House } from '../feature.ts'
import { route } from '../http/route.ts'
import { damagedFiles } from './damaged-files.ts'
import { verifyFiles } from './verify-files.ts'

export function fileRoutes(app: FastifyInstance, { features }: House): void {
  route(app, endpoints.listDamagedFiles, ({ query }, { db }) => damagedFiles(db, features, query))
  route(app, endpoints.verifyFiles, (_, context) => verifyFiles(context, context))
}

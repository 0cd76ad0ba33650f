import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../http/route.ts'
import { readOwnRecord } from './own-record.ts'
import { readHome, type TaskSource } from './read-home.ts'

export function homeRoutes(app: FastifyInstance, sources: readonly TaskSource[]): void {
  route(app, endpoints.readHome, (_, context) => readHome(context, sources))
  route(app, endpoints.readOwnRecord, (_, context) => readOwnRecord(context))
}

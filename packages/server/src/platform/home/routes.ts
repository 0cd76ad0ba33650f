import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import type { House } from '../feature.ts'
import { route } from '../http/route.ts'
import { readOwnRecord } from './own-record.ts'
import { readHomeFacts } from './read-home-facts.ts'
import { readHome } from './read-home.ts'

export function homeRoutes(app: FastifyInstance, house: House): void {
  route(app, endpoints.readHome, (_, context) => readHome(context, house))
  route(app, endpoints.readHomeFacts, (_, context) => readHomeFacts(context, house))
  route(app, endpoints.readOwnRecord, (_, context) => readOwnRecord(context, house.features))
}

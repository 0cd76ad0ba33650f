import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { confirmMatter } from './confirm-matter.ts'
import { endMatter } from './end-matter.ts'
import { mattersAboutPage } from './matter-queries.ts'

export function matterRoutes(app: FastifyInstance): void {
  route(app, endpoints.listOwnMatters, ({ query }, { db, actor }) => mattersAboutPage(db, actor.personId, query))
  route(app, endpoints.endMatter, ({ params, body }, context) => endMatter(context, params.matterId, body))
  route(app, endpoints.confirmMatter, ({ params, body }, context) => confirmMatter(context, params.matterId, body))
}

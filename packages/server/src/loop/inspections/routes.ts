import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { route } from '../../platform/http/route.ts'
import { inspectionsPage } from './queries.ts'
import { registerInspection } from './register-inspection.ts'

export function inspectionRoutes(app: FastifyInstance): void {
  route(app, endpoints.listInspections, async ({ params, query }, { db, actor }) => {
    const { path } = await permittedOrganisation(db, actor, 'problem.read', params.organisationId)
    return inspectionsPage(db, path, query)
  })
  route(app, endpoints.registerInspection, ({ params, body }, context) =>
    registerInspection(context, params.organisationId, body),
  )
}

import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { route } from '../../platform/http/route.ts'
import { notFound } from '../../platform/refusal.ts'
import { correctInspection, removeInspection } from './correct-inspection.ts'
import { inspectionById, inspectionsPage, toInspection } from './queries.ts'
import { registerInspection } from './register-inspection.ts'

export function inspectionRoutes(app: FastifyInstance): void {
  route(app, endpoints.listInspections, async ({ params, query }, { db, actor }) => {
    const { path } = await permittedOrganisation(db, actor, 'problem.read', params.organisationId)
    return inspectionsPage(db, path, query)
  })
  route(app, endpoints.registerInspection, ({ params, body }, context) =>
    registerInspection(context, params.organisationId, body),
  )
  route(app, endpoints.readInspection, async ({ params }, { db, actor }) => {
    const { path } = await permittedOrganisation(db, actor, 'problem.read', params.organisationId)
    const inspection = await inspectionById(db, params.inspectionId)
    if (!inspection || !path.includes(inspection.organisationId)) throw notFound('这次巡视巡察')
    return toInspection(inspection)
  })
  route(app, endpoints.correctInspection, ({ params, body }, context) =>
    correctInspection(context, params.inspectionId, body),
  )
  route(app, endpoints.removeInspection, ({ params }, context) => removeInspection(context, params.inspectionId))
}

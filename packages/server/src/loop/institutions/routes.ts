import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { keepInstitution, removeInstitution, repealInstitution } from './keep-institution.ts'
import { exportInstitutions, institutionCatalogue, listInstitutions } from './list-institutions.ts'
import { lookIntoInstitution } from './look-into.ts'
import { readInstitution } from './read-institution.ts'
import { linkInstitution, listProblemInstitutions, unlinkInstitution } from './sources.ts'

export function institutionRoutes(app: FastifyInstance): void {
  route(app, endpoints.listInstitutions, ({ params, query }, context) =>
    listInstitutions(context, params.organisationId, query),
  )
  route(app, endpoints.exportInstitutions, ({ params, query }, context) =>
    exportInstitutions(context, params.organisationId, query),
  )
  route(app, endpoints.institutionCatalogue, ({ params, query }, context) =>
    institutionCatalogue(context, params.organisationId, query),
  )
  route(app, endpoints.readInstitution, ({ params }, context) => readInstitution(context, params.paperId))
  route(app, endpoints.keepInstitution, ({ params, body }, context) => keepInstitution(context, params.paperId, body))
  route(app, endpoints.removeInstitution, ({ params }, context) => removeInstitution(context, params.paperId))
  route(app, endpoints.repealInstitution, ({ params, body }, context) =>
    repealInstitution(context, params.paperId, body),
  )
  route(app, endpoints.lookIntoInstitution, ({ params, body }, context) =>
    lookIntoInstitution(context, params.paperId, body),
  )
  route(app, endpoints.listProblemInstitutions, ({ params }, context) =>
    listProblemInstitutions(context, params.problemId),
  )
  route(app, endpoints.linkInstitution, ({ params, body }, context) => linkInstitution(context, params, body))
  route(app, endpoints.unlinkInstitution, ({ params }, context) => unlinkInstitution(context, params))
}

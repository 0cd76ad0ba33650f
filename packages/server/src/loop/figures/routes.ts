import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import type { House } from '../../platform/feature.ts'
import { route } from '../../platform/http/route.ts'
import { readFigure, listFigures } from './body-figures.ts'
import { keepPaperFigures, readPaperFigures } from './paper-figures.ts'

export function figureRoutes(app: FastifyInstance, house: House): void {
  route(app, endpoints.listFigures, ({ params, query }, context) =>
    listFigures(context, house, params.organisationId, query),
  )
  route(app, endpoints.readFigure, ({ params, query }, context) => readFigure(context, house, params, query))
  route(app, endpoints.readPaperFigures, ({ params, query }, context) =>
    readPaperFigures(context, house, params.versionId, query),
  )
  route(app, endpoints.keepPaperFigures, ({ params, body }, context) =>
    keepPaperFigures(context, house, params.versionId, body),
  )
}

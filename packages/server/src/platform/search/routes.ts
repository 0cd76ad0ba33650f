import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import type { House } from '../feature.ts'
import { route } from '../http/route.ts'
import { findEntries } from './queries.ts'

export function searchRoutes(app: FastifyInstance, { features }: House): void {
  const kinds = features.flatMap(({ searches }) => searches ?? [])
  route(app, endpoints.findEntries, async ({ query }, { db, actor }) => ({
    items: await findEntries(db, { actor, kinds }, query),
  }))
}

import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../http/route.ts'
import { findEntries, type SearchKind } from './queries.ts'

export function searchRoutes(app: FastifyInstance): void {
  route(app, endpoints.findEntries, async ({ query }, { db, actor }) => {
    const found = await findEntries(db, actor, query.text, query.limit)
    return { items: found.map((entry) => ({ ...entry, kind: entry.kind as SearchKind })) }
  })
}

import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import type { House } from '../feature.ts'
import { route } from '../http/route.ts'
import { numberIn } from './number-in.ts'
import { findEntries } from './queries.ts'

export function searchRoutes(app: FastifyInstance, { features }: House): void {
  const kinds = features.flatMap(({ searches }) => searches ?? [])
  route(app, endpoints.findEntries, async ({ query }, context) => {
    const { db, actor } = context
    const number = numberIn(query.text)
    const [byNumber, byWords] = await Promise.all([
      number === null
        ? []
        : Promise.all(features.map(async ({ numbered }) => (await numbered?.(context, number)) ?? [])),
      findEntries(db, { actor, kinds }, query),
    ])
    // What has the number stands before what only mentions it, and is there once.
    const first = byNumber.flat()
    const ids = new Set(first.map(({ id }) => id))
    return { items: [...first, ...byWords.filter(({ id }) => !ids.has(id))].slice(0, query.limit) }
  })
}

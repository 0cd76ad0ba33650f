import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../http/route.ts'
import { countUnread, markRead, notificationsPage } from './queries.ts'

export function notificationRoutes(app: FastifyInstance): void {
  route(app, endpoints.listNotifications, async ({ query }, { db, actor }) => {
    const { items, next } = await notificationsPage(db, actor.accountId, query)
    return {
      items: items.map(({ at, readAt, ...rest }) => ({
        ...rest,
        at: at.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      })),
      next,
      unread: await countUnread(db, actor.accountId),
    }
  })
  route(app, endpoints.readNotifications, async ({ body }, { db, actor, now }) => {
    await markRead(db, actor.accountId, body.ids, now)
    return { unread: await countUnread(db, actor.accountId) }
  })
}

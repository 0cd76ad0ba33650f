import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../http/route.ts'
import { countUnread, notificationsPage } from './queries.ts'
import { readNotifications } from './read-notifications.ts'

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
  route(app, endpoints.readNotifications, async ({ body }, context) => {
    const { db, actor } = context
    await readNotifications(context, body.ids)
    return { unread: await countUnread(db, actor.accountId) }
  })
}

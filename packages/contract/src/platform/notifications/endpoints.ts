import { z } from 'zod'
import { flag } from '../flag.ts'
import { endpoint } from '../endpoint.ts'
import { pageOf, pageQuery } from '../paging.ts'

export const Notification = z.object({
  id: z.uuid(),
  title: z.string(),
  link: z.string(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
})

export const listNotifications = endpoint({
  action: 'notification.list',
  summary: '我的消息',
  method: 'GET',
  path: '/notifications',
  access: 'signed-in',
  query: { ...pageQuery, unread: flag.default(false) },
  response: pageOf(Notification).extend({ unread: z.int() }),
})

export const readNotifications = endpoint({
  action: 'notification.read',
  summary: '标为已读',
  method: 'POST',
  path: '/notifications/reading',
  access: 'signed-in',
  body: z.object({ ids: z.array(z.uuid()).max(200).nullable().describe('null 表示全部') }),
  response: z.object({ unread: z.int() }),
})

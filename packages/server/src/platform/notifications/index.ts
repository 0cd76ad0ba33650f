import type { Feature } from '../feature.ts'
import { countAll } from './queries.ts'
import { notificationRoutes } from './routes.ts'
import { sendMail } from './send-mail.ts'

export { MOST_IN_TITLE, notify } from './notify.ts'
export { markRead } from './queries.ts'
export { sendMail, transportOf } from './send-mail.ts'

export const notifications: Feature = {
  name: 'notifications',
  routes: notificationRoutes,
  jobs: [sendMail],
  ownRecord: async ({ db, actor }) => [
    { name: '消息', lines: [`共 ${await countAll(db, actor.accountId)} 条，见“消息”页`] },
  ],
}

import type { Feature } from '../../platform/feature.ts'
import { hasIncoming } from './incoming-queries.ts'
import { ownIncoming } from './own-record.ts'
import { inboxRoutes } from './routes.ts'
import { inboxTasks } from './tasks.ts'

export { acceptIncoming, endIncoming, tellMissing } from './handle-incoming.ts'
export { declineIncoming, passOnIncoming, takeOverIncoming } from './pass-on.ts'
export { receiveIncoming } from './receive-incoming.ts'

/** 来件: what comes in from people and units, and must be answered by a day. */
export const inbox: Feature = {
  name: 'inbox',
  routes: inboxRoutes,
  tasks: inboxTasks,
  ownRecord: ownIncoming,
  blocksRemoval: async (tx, organisationId, name) =>
    (await hasIncoming(tx, organisationId))
      ? { title: `“${name}”收到过、办过来件，不能撤销。`, todo: '可以改名注明“已撤销”，来件仍然查得到。' }
      : null,
}

import { record } from '../audit/index.ts'
import type { ActorContext } from '../context.ts'
import { transaction } from '../database/transaction.ts'
import { markRead } from './queries.ts'

/** Notes that one has read these of one's notifications, or all of them; what was read before leaves no new entry. */
export async function readNotifications(context: ActorContext, ids: readonly string[] | null): Promise<void> {
  const { db, actor, now } = context
  await transaction(db, async (tx) => {
    const read = await markRead(tx, actor.accountId, ids, now)
    if (read > 0) await record(tx, context, { action: 'notification.read', subject: '我的消息', detail: { read } })
  })
}

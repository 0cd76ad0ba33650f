import { shortened } from '@duizhao/engine/wording'
import type { ActorContext } from '../../platform/context.ts'
import { MOST_IN_TITLE, notify } from '../../platform/notifications/index.ts'
import { actOn } from './act.ts'
import { accountsOfPeople, peopleNames } from './people-queries.ts'

/**
 * Takes an assignment back, as long as nothing was reported: the problem waits to be assigned again, those it was assigned
 * to are told. Its deadline stands, and that they had it is kept.
 */
export async function withdrawAssignment(context: ActorContext, problemId: string, reason: string): Promise<void> {
  await actOn(context, problemId, ['withdrawAssignment'], async (tx, { number, text, leadId, handlerId }) => {
    const accounts = await accountsOfPeople(tx, [...new Set([leadId, handlerId])])
    await notify(
      tx,
      context,
      accounts.filter((id) => id !== context.actor.accountId),
      { title: `问题 ${number} 号撤销了分派：${shortened(text, MOST_IN_TITLE)}`, link: `/problems/${problemId}` },
    )
    const names = await peopleNames(tx, [leadId, handlerId])
    const nameOf = (id: string | null): string => (id === null ? '无' : (names.get(id) ?? '无'))
    const changes = [
      { field: '责任领导', before: nameOf(leadId), after: '无' },
      { field: '责任人', before: nameOf(handlerId), after: '无' },
    ]
    return {
      change: { lead_id: null, handler_id: null },
      reason,
      changes: changes.filter(({ before, after }) => before !== after),
      detail: { leadId, handlerId },
    }
  })
}

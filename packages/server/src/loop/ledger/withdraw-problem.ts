import { shortened } from '@duizhao/engine/wording'
import { accountsOfPeople } from '../../office/organisation/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { MOST_IN_TITLE, notify } from '../../platform/notifications/index.ts'
import { actOn } from './act.ts'
import type { ProblemChange } from './problem-queries.ts'
import { broughtBy } from './touch-queries.ts'

/** What becomes of a problem that is taken back: the same row of a list is a new problem, and nothing of it is done. */
export const TAKEN_BACK: ProblemChange = { import_key: null, struck_off_on: null }

/**
 * Takes back a problem that was registered by mistake, while nobody has acted on it: it counts nowhere from now on, its
 * number is not given again, and what was told of it on days gone by stays. Whoever registered it is told, and whom the
 * list it came with named.
 */
export async function withdrawProblem(context: ActorContext, problemId: string, reason: string): Promise<void> {
  await actOn(context, problemId, ['withdraw'], async (tx, { id, number, text, leadId, handlerId }) => {
    const named = await accountsOfPeople(tx, [leadId, handlerId])
    const accounts = [...(await broughtBy(tx, id)), ...named.values()]
    await notify(
      tx,
      context,
      [...new Set(accounts)].filter((account) => account !== context.actor.accountId),
      { title: `问题 ${number} 号登记有误，已撤回：${shortened(text, MOST_IN_TITLE)}`, link: `/problems/${id}` },
    )
    return { change: TAKEN_BACK, reason }
  })
}

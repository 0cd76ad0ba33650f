import type { RecordFields } from '@duizhao/contract'
import { dateInChinese, shortened } from '@duizhao/engine/wording'
import { accountsOfPeople } from '../../office/organisation/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { MOST_IN_TITLE, notify } from '../../platform/notifications/index.ts'
import { conflict } from '../../platform/refusal.ts'
import { partiesWritten } from './check-record.ts'
import { plannedTalks } from './plan-queries.ts'
import { namesOfPeople, participantsOf, recordById, type RecordRow } from './queries.ts'
import type { Asking } from './view-queries.ts'
import { markWithdrawn } from './write-queries.ts'

interface Planned {
  readonly id: string
  readonly organisationId: string
  readonly fields: RecordFields
}

/** Refuses a second plan for the same two. The refusal carries the first. Call it while the body's records are held. */
export async function checkPlannedOnce(tx: Tx, asking: Asking, { id, organisationId, fields }: Planned): Promise<void> {
  const same = await planOf(tx, organisationId, partiesWritten(fields))
  if (same === undefined || same.id === id) return
  const seen = await recordById(tx, asking, same.id)
  throw conflict(
    `这两个人已经约了谈话，在${dateInChinese(same.until)}以前。`,
    '要改期请先取消那一次约定。',
    seen && { id: seen.id, name: seen.name },
  )
}

/** A plan is over once the two have talked, however that was written down; answers which it was. */
export async function endPlanOf(
  tx: Tx,
  { organisationId, fields, today }: Omit<Planned, 'id'> & { readonly today: string },
): Promise<string | null> {
  if (!fields.kinds.includes('talk')) return null
  const plan = await planOf(tx, organisationId, partiesWritten(fields))
  if (plan === undefined) return null
  await markWithdrawn(tx, plan.id, { on: today, reason: `已经谈了，另有${dateInChinese(fields.onDay)}的记录` })
  return plan.id
}

async function planOf(tx: Tx, organisationId: string, pair: readonly string[]) {
  const plans = await plannedTalks(tx, [organisationId])
  const key = pair.toSorted().join()
  return plans.find(({ parties }) => parties.toSorted().join() === key)
}

const SAID = {
  planned: (other: string, until: string) => `约了谈心谈话：和${other}，请在${until}以前谈`,
  dropped: (other: string) => `约好的谈心谈话取消了：和${other}`,
} as const

/** Tells those of the two who did not do it themselves that they are to talk, or are not. */
export async function tellOfPlan(
  tx: Tx,
  context: ActorContext,
  row: RecordRow,
  what: keyof typeof SAID,
): Promise<void> {
  const named = (await participantsOf(tx, [row.id])).map(({ personId }) => personId)
  const parties = [...(row.host === null ? [] : [row.host.id]), ...named]
  const names = await namesOfPeople(tx, parties)
  const accounts = await accountsOfPeople(tx, parties)
  for (const personId of parties) {
    const accountId = accounts.get(personId)
    if (accountId === undefined || personId === context.actor.personId) continue
    const others = parties.flatMap((id) => (id === personId ? [] : [names.get(id) ?? '']))
    const title = SAID[what](shortened(others.join('、'), MOST_IN_TITLE), dateInChinese(row.onDay))
    await notify(tx, context, [accountId], { title, link: `/records/${row.id}` })
  }
}

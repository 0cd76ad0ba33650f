import type { FeedbackOfInspection } from '@duizhao/contract'
import { leadersOn } from '../../office/posts/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type ClaimRow, claimsOfItems } from './claim-queries.ts'
import type { ItemRow } from './item-queries.ts'

/** Whoever holds one of these is the first responsible person (第一责任人) of a unit, of a branch. */
const FIRST: readonly string[] = ['head', 'secretary']

export function isFirst({ role }: Pick<ClaimRow, 'role'>): boolean {
  return FIRST.includes(role)
}

/** How claiming stands in a unit: what nobody claimed, when its head did first, and which of its leaders today did not. */
export async function claimingOf(
  { db, actor, now }: ActorContext,
  unitId: string,
  items: readonly ItemRow[],
): Promise<FeedbackOfInspection['claiming']> {
  const ids = items.map(({ id }) => id)
  const [leaders, claims] = await Promise.all([leadersOn(db, unitId, dateInChina(now)), claimsOfItems(db, ids)])
  const claimed = new Set(claims.map(({ itemId }) => itemId))
  const claimers = new Set(claims.map(({ personId }) => personId))
  return {
    mayClaim: leaders.some(({ personId }) => personId === actor.personId),
    unclaimed: ids.filter((id) => !claimed.has(id)).length,
    firstOn: claims.find(isFirst)?.claimedOn ?? null,
    without: leaders.filter(({ personId }) => !claimers.has(personId)).map(({ name }) => name),
  }
}

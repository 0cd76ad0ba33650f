import { type FeedbackItem, type FeedbackOfInspection, standingOf } from '@duizhao/contract'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { seenVersions } from '../papers/index.ts'
import { claimsOfItems } from './claim-queries.ts'
import { claimingOf, isFirst } from './claiming.ts'
import { eventsOfInspection } from './event-queries.ts'
import { foundInspection } from './found.ts'
import { type ItemRow, itemsOfInspection } from './item-queries.ts'
import { shownOutcomes } from './outcomes.ts'
import { rowsOfItems } from './row-queries.ts'

/** What an inspection fed back, each item with what became of it. */
export async function listItems(context: ActorContext, inspectionId: string): Promise<FeedbackOfInspection> {
  const { db } = context
  const { inspection, organisation } = await foundInspection(context, 'problem.read', inspectionId)
  const items = await itemsOfInspection(db, inspectionId)
  return {
    inspection: { id: inspection.id, name: inspection.name },
    items: await shownItems(context, db, items),
    outcomes: await shownOutcomes(context, inspection),
    claiming: await claimingOf(context, organisation.id, items),
    events: await eventsOfInspection(db, inspectionId),
  }
}

/** Items as they are shown to the actor: of each the rows he may see, and how many more there are. */
export async function shownItems(
  { actor }: Pick<ActorContext, 'actor'>,
  db: Database | Tx,
  items: readonly ItemRow[],
): Promise<FeedbackItem[]> {
  const ids = items.map(({ id }) => id)
  const versionIds = [...new Set(items.flatMap(({ versionId }) => versionId ?? []))]
  const versions = await seenVersions(db, actor, versionIds)
  const claims = Map.groupBy(await claimsOfItems(db, ids), ({ itemId }) => itemId)
  const rows = Map.groupBy(await rowsOfItems(db, actor, ids), ({ itemId }) => itemId)
  return items.map(({ id, position, category, aspect, text, versionId, begins, ends, version }) => {
    const own = rows.get(id) ?? []
    const seen = versions.get(versionId ?? '')
    return {
      ...{ id, ordinal: position, category, aspect, text, version },
      source:
        seen === undefined || begins === null
          ? null
          : { title: seen.name, link: `/paper-versions/${versionId}?begins=${begins}&ends=${ends}` },
      rows: own.flatMap(({ isSeen, id: problemId, number, text: words, state, class: kind }) => {
        const standing = standingOf({ state, class: kind })
        return isSeen && standing !== null ? [{ id: problemId, number, text: words, state, standing }] : []
      }),
      hiddenRows: own.filter(({ isSeen }) => !isSeen).length,
      claims: (claims.get(id) ?? []).map((claim) => ({
        ...{ id: claim.id, person: { id: claim.personId, name: claim.name }, caption: claim.caption },
        ...{ isFirst: isFirst(claim), claimedOn: claim.claimedOn, isOwn: claim.personId === actor.personId },
      })),
    }
  })
}

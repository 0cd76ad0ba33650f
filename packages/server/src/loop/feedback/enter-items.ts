import { type endpoints, MOST_ITEMS, type Received } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { holdTree } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { holdOne } from '../../platform/database/locks.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { passagesOfPaper } from '../papers/index.ts'
import { insertEvent } from './event-queries.ts'
import { foundInspection } from './found.ts'
import { insertItems, type ItemRow, itemsOfInspection, nextPosition } from './item-queries.ts'
import { feedbackVersion, overlaps } from './read-feedback-paper.ts'

type Entered = Received<typeof endpoints.enterFeedbackItems>['body']

/**
 * Enters the items a person confirmed, in the order given: all of them or none. Conflict where one of the places was entered
 * meanwhile, or there are too many; invalid where nothing stands at a place.
 */
export async function enterItems(
  context: ActorContext,
  inspectionId: string,
  { versionId, items }: Entered,
): Promise<{ itemIds: string[] }> {
  const { actor, now, db } = context
  await foundInspection(context, 'problem.write', inspectionId)
  // The paper is read before anything is held.
  await checkPlaces(context, versionId, items)
  return transaction(db, async (tx) => {
    await holdTree(tx)
    const found = await foundInspection({ actor, db: tx }, 'problem.write', inspectionId)
    await holdOne(tx, 'feedback', inspectionId)
    refuseKnown(await itemsOfInspection(tx, inspectionId), { versionId, items })
    const position = await nextPosition(tx, inspectionId)
    const { path } = found.organisation
    const rows = items.map(({ place, ...words }, at) => ({
      ...{ ...words, id: newId(), inspectionId, path, position: position + at, createdBy: actor.accountId, now },
      ...{ versionId: place === null ? null : versionId, begins: place?.begins ?? null, ends: place?.ends ?? null },
    }))
    await insertItems(tx, rows)
    const text = `${rows.length} 条`
    await insertEvent(tx, context, { inspectionId, itemId: null, action: 'feedback.enterItems', text })
    await record(tx, context, {
      action: 'feedback.enterItems',
      subject: `${found.inspection.name}反馈的 ${rows.length} 条问题`,
      organisationId: found.organisation.id,
      detail: { items: rows.length },
    })
    return { itemIds: rows.map(({ id }) => id) }
  })
}

async function checkPlaces(context: ActorContext, versionId: string | null, items: Entered['items']): Promise<void> {
  const places = items.flatMap(({ place }) => place ?? [])
  if (places.length === 0) return
  if (versionId === null)
    throw invalid('写了在文稿里的位置，没有写是哪份文稿。', '请重新打开这一页。', [
      { field: 'versionId', message: '请选反馈意见' },
    ])
  await feedbackVersion(context, versionId)
  await passagesOfPaper(context, versionId, places)
}

function refuseKnown(known: readonly ItemRow[], { versionId, items }: Entered): void {
  if (known.length + items.length > MOST_ITEMS)
    throw conflict(
      `已经登记了 ${known.length} 条，加上这 ${items.length} 条超过 ${MOST_ITEMS} 条。`,
      '请分成几次巡视巡察登记。',
    )
  const own = known.filter((item) => item.versionId === versionId)
  const taken = items.findIndex(({ place }) => place !== null && own.some((item) => overlaps(item, place)))
  if (taken >= 0)
    throw conflict(
      `选的第 ${taken + 1} 条已经登记过，没有写入。`,
      '请重新打开这一页，已经登记的会标出来；改好的其余内容还在。',
    )
}

import { postCaption } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { holdTree } from '../../office/organisation/index.ts'
import { leadersOn } from '../../office/posts/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict, forbidden, invalid, notFound } from '../../platform/refusal.ts'
import { claimForUpdate, claimsOfItems, endClaim, insertClaims } from './claim-queries.ts'
import { insertEvent } from './event-queries.ts'
import { foundInspection, heldItem } from './found.ts'
import { itemsOfInspection } from './item-queries.ts'

/**
 * Claims items of an inspection in the actor's own name, all of them or none. Conflict for who does not lead the unit on
 * that day, or claimed one of them already; invalid with a day before the feedback, or still to come. That the first
 * responsible person leads the way is no rule that could be read: who claims before him is told, and not kept from it.
 */
export function claimItems(
  context: ActorContext,
  inspectionId: string,
  { itemIds, claimedOn }: { readonly itemIds: readonly string[]; readonly claimedOn: string },
): Promise<void> {
  const { actor, now } = context
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const { inspection, organisation } = await foundInspection({ actor, db: tx }, 'problem.read', inspectionId)
    if (claimedOn > dateInChina(now) || claimedOn < inspection.fedBackOn)
      throw invalid('认领的日期在反馈以前，或者还没有到。', '请写认领的那一天。', [
        { field: 'claimedOn', message: '请从反馈那一天到今天里选' },
      ])
    const post = (await leadersOn(tx, organisation.id, claimedOn)).find(({ personId }) => personId === actor.personId)
    if (!post)
      throw conflict(
        `认领由班子成员本人办，${actor.personName}那一天不是“${organisation.name}”的班子成员。`,
        '是班子成员的，请组织者在“任职”里补录。',
      )
    const ids = [...new Set(itemIds)]
    const items = (await itemsOfInspection(tx, inspectionId)).filter(({ id }) => ids.includes(id))
    if (items.length < ids.length) throw notFound('其中一条反馈的问题')
    const own = new Set(
      (await claimsOfItems(tx, ids)).flatMap((claim) => (claim.personId === actor.personId ? [claim.itemId] : [])),
    )
    const again = items.find(({ id }) => own.has(id))
    if (again !== undefined) throw conflict(`第 ${again.position} 条自己已经认领过。`, '请重新打开，看认领的情况。')
    await insertClaims(
      tx,
      items.map(({ id: itemId }) => ({
        ...{ id: newId(), itemId, personId: actor.personId, role: post.role, caption: postCaption(post) },
        ...{ claimedOn, accountId: actor.accountId, at: now },
      })),
    )
    const text = items.map(({ position }) => `第 ${position} 条`).join('、')
    await insertEvent(tx, context, { inspectionId, itemId: null, action: 'feedback.claimItems', text })
    await record(tx, context, {
      action: 'feedback.claimItems',
      subject: `${inspection.name}反馈的 ${items.length} 条问题`,
      organisationId: organisation.id,
      detail: { items: items.length, claimedOn },
    })
  })
}

/** Takes one's own claim back, with the reason: it stays in the history. */
export function withdrawClaim(context: ActorContext, claimId: string, reason: string): Promise<void> {
  return transaction(context.db, async (tx) => {
    const claim = await claimForUpdate(tx, claimId)
    if (!claim) throw notFound('这次认领')
    const { item, inspection, organisation } = await heldItem(context, tx, {
      ...{ itemId: claim.itemId, permission: 'problem.read' },
    })
    if (claim.personId !== context.actor.personId)
      throw forbidden(`这一条是${claim.name}认领的，由本人收回。`, '请本人来办。')
    await endClaim(tx, claimId, { at: context.now, reason })
    const text = `第 ${item.position} 条：${reason}`
    await insertEvent(tx, context, {
      inspectionId: inspection.id,
      itemId: item.id,
      action: 'feedback.withdrawClaim',
      text,
    })
    await record(tx, context, {
      action: 'feedback.withdrawClaim',
      subject: `${inspection.name}反馈的第 ${item.position} 条`,
      organisationId: organisation.id,
      detail: { itemId: item.id },
    })
  })
}

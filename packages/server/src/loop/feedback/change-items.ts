import type { FeedbackItem, FeedbackWords } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { claimsOfItems } from './claim-queries.ts'
import { insertEvent } from './event-queries.ts'
import { type Found, foundInspection, heldItem } from './found.ts'
import { type ItemRow, itemById, itemsOfInspection, updateItem, withdraw } from './item-queries.ts'
import { shownItems } from './list-items.ts'
import { linksOf } from './row-queries.ts'

/** What an act says of itself in the history of the inspection, and the log. */
interface Deed {
  readonly action: string
  readonly text: string
}

/** Writes down what was done with an item, and gives it as it is then. */
export async function done(
  context: ActorContext,
  tx: Tx,
  { item, inspection, organisation }: Found & { readonly item: ItemRow },
  { action, text }: Deed,
): Promise<FeedbackItem> {
  await insertEvent(tx, context, { inspectionId: inspection.id, itemId: item.id, action, text })
  await record(tx, context, {
    action,
    subject: `${inspection.name}反馈的第 ${item.position} 条`,
    organisationId: organisation.id,
    detail: { itemId: item.id },
  })
  const [shown] = await shownItems(context, tx, [(await itemById(tx, item.id)) ?? item])
  if (shown === undefined) throw new Error(`${item.id} is not shown`)
  return shown
}

/** Corrects the words of an item; its rows in the ledger stay as they are. Conflict if somebody was faster. */
export function correctItem(
  context: ActorContext,
  itemId: string,
  { version, ...words }: FeedbackWords & { readonly version: number },
): Promise<FeedbackItem> {
  return transaction(context.db, async (tx) => {
    const found = await heldItem(context, tx, { itemId, permission: 'problem.write' })
    const { item } = found
    if (item.version !== version)
      throw conflict('这条问题刚刚被别人改过。', '请重新打开，看改成了什么。', { version: item.version })
    await updateItem(tx, itemId, words)
    const changed = (['category', 'aspect', 'text'] as const).filter((field) => item[field] !== words[field])
    const told = changed.map((field) => `${NAMES[field]}原为“${item[field]}”`).join('；')
    return done(context, tx, found, {
      action: 'feedback.correctItem',
      text: `第 ${item.position} 条：${told || '没有改动'}`,
    })
  })
}

const NAMES = { category: '大类', aspect: '方面', text: '问题' } as const

/** Takes back items entered by mistake: all of them or none. Conflict where a row or a claim hangs on one of them. */
export function withdrawItems(context: ActorContext, inspectionId: string, itemIds: readonly string[]): Promise<void> {
  return transaction(context.db, async (tx) => {
    const { inspection, organisation } = await foundInspection({ ...context, db: tx }, 'problem.write', inspectionId)
    const ids = [...new Set(itemIds)]
    const items = (await itemsOfInspection(tx, inspectionId)).filter(({ id }) => ids.includes(id))
    const hung = new Set((await linksOf(tx, ids)).map(({ itemId }) => itemId))
    const claimed = new Set((await claimsOfItems(tx, ids)).map(({ itemId }) => itemId))
    const taken = items.find(({ id }) => claimed.has(id))
    if (taken !== undefined)
      throw conflict(
        `第 ${taken.position} 条已经有人认领，不能撤销。`,
        '请认领的人先收回；写错了的可以更正，不用撤销。',
      )
    const kept = items.find(({ id }) => hung.has(id))
    if (kept !== undefined)
      throw conflict(
        `第 ${kept.position} 条已经列入台账，不能撤销。`,
        '请先取消它与台账的对应；写错了的可以更正，不用撤销。',
      )
    const withdrawn = await withdraw(tx, { inspectionId, ids, at: context.now })
    if (withdrawn < ids.length) throw notFound('其中一条反馈的问题')
    const text = items.map(({ position }) => `第 ${position} 条`).join('、')
    await insertEvent(tx, context, { inspectionId, itemId: null, action: 'feedback.withdrawItems', text })
    await record(tx, context, {
      action: 'feedback.withdrawItems',
      subject: `${inspection.name}反馈的 ${ids.length} 条问题`,
      organisationId: organisation.id,
      detail: { items: ids.length },
    })
  })
}

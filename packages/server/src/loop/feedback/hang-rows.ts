import type { endpoints, FeedbackItem, Received } from '@duizhao/contract'
import { holdTree } from '../../office/organisation/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid, notFound } from '../../platform/refusal.ts'
import { maySee, placeOfPassage, problemById, type ProblemRow, registerPlaced } from '../ledger/index.ts'
import { seenVersions } from '../papers/index.ts'
import { done } from './change-items.ts'
import { foundInspection, heldItem } from './found.ts'
import { itemById, type ItemRow } from './item-queries.ts'
import { endLink, insertLink, linksOf } from './row-queries.ts'

type Registered = Received<typeof endpoints.registerFeedbackRow>['body']

/**
 * Registers a problem of an item with the unit that was inspected or one below it: its source is the inspection, its origin
 * the place in the paper the item was read at, where the actor sees that.
 */
export async function registerRow(
  context: ActorContext,
  itemId: string,
  { organisationId, ...fields }: Registered,
): Promise<FeedbackItem> {
  const before = await itemById(context.db, itemId)
  if (!before) throw notFound('这条反馈的问题')
  await foundInspection(context, 'problem.write', before.inspectionId)
  // The paper is read before anything is held.
  const place = await placeOfItem(context, before)
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const found = await heldItem(context, tx, { itemId, permission: 'problem.write' })
    const problemId = await registerPlaced({ ...context, db: tx }, organisationId, {
      ...{ ...fields, source: 'inspection', cause: '', goal: '', inspectionId: found.inspection.id },
      ...{ place, aboutId: null },
    })
    await insertLink(tx, { itemId, problemId }, { accountId: context.actor.accountId, at: context.now })
    const problem = await problemById(tx, problemId)
    const text = `第 ${found.item.position} 条：问题 ${problem?.number ?? ''} 号`
    return done(context, tx, found, { action: 'feedback.registerRow', text })
  })
}

async function placeOfItem(context: ActorContext, { versionId, begins, ends }: ItemRow) {
  if (versionId === null || begins === null || ends === null) return null
  const seen = await seenVersions(context.db, context.actor, [versionId])
  return seen.has(versionId) ? placeOfPassage(context, { of: 'paper', versionId, begins, ends }) : null
}

/** Says that an item ends in a problem that is in the ledger of the unit, or of one below it; conflict if that was said. */
export function linkRow(context: ActorContext, itemId: string, problemId: string): Promise<FeedbackItem> {
  return transaction(context.db, async (tx) => {
    const found = await heldItem(context, tx, { itemId, permission: 'problem.write' })
    const problem = await seen(context, tx, problemId)
    if (!problem.path.includes(found.organisation.id))
      throw invalid(
        `问题 ${problem.number} 号不是“${found.organisation.name}”和它下级的。`,
        '请选这个单位台账里的问题。',
        [{ field: 'problemId', message: '不是这个单位的问题' }],
      )
    if (problem.state === 'withdrawn') throw conflict(`问题 ${problem.number} 号已经撤回。`, '请选有效的问题。')
    const known = await linksOf(tx, [itemId])
    if (known.some((link) => link.problemId === problemId))
      throw conflict(`第 ${found.item.position} 条已经对应问题 ${problem.number} 号。`, '不必再对应一次。')
    await insertLink(tx, { itemId, problemId }, { accountId: context.actor.accountId, at: context.now })
    const text = `第 ${found.item.position} 条：问题 ${problem.number} 号`
    return done(context, tx, found, { action: 'feedback.linkRow', text })
  })
}

/** Ends that a problem is an item's: the problem stays in the ledger. Not found where it was not the item's itself. */
export function unlinkRow(context: ActorContext, itemId: string, problemId: string): Promise<FeedbackItem> {
  return transaction(context.db, async (tx) => {
    const found = await heldItem(context, tx, { itemId, permission: 'problem.write' })
    const problem = await seen(context, tx, problemId)
    if (!(await endLink(tx, { itemId, problemId }, context.now))) throw notFound('这一对应')
    const text = `第 ${found.item.position} 条：问题 ${problem.number} 号`
    return done(context, tx, found, { action: 'feedback.unlinkRow', text })
  })
}

async function seen({ actor }: ActorContext, tx: Tx, problemId: string): Promise<ProblemRow> {
  const problem = await problemById(tx, problemId)
  if (!problem || !maySee(actor, problem)) throw notFound('这个问题')
  return problem
}

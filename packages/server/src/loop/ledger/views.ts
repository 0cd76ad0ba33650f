import {
  type Answer,
  type endpoints,
  isShareable,
  type LedgerView,
  MOST_VIEWS,
  type ViewSearch,
} from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import type { Actor, ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { conflict, invalid, notFound } from '../../platform/refusal.ts'
import { countOtherViews, dropView, keepView, viewById, viewsPage } from './view-queries.ts'

/** A page of the views of the ledger one sees: one’s own, and those shared with an organisation one works for. */
export function listViews(
  { db, actor }: ActorContext,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Answer<typeof endpoints.listViews>> {
  return viewsPage(db, actor, paging)
}

interface GivenView {
  readonly name: string
  readonly search: ViewSearch
  readonly sharedWith: string | null
}

/**
 * Keeps a view under its name, in place of one’s own that had it. Invalid if it is shared and holds what somebody typed
 * or names a person, or asks for an organisation of which those it is shared with may not know; not found or forbidden if
 * it is shared with an organisation whose ledger one does not read.
 */
export async function saveView(context: ActorContext, { name, search, sharedWith }: GivenView): Promise<LedgerView> {
  const { actor, now } = context
  if (sharedWith !== null && !isShareable(search))
    throw invalid('共享的视图不能带搜索的文字、方面和人员。', '请取消这些筛选再共享，或者只存给自己用。', [
      { field: 'sharedWith', message: '筛选里有搜索的文字、方面或人员' },
    ])
  return transaction(context.db, async (tx) => {
    if (sharedWith !== null) await checkOpenable(tx, actor, search, sharedWith)
    if ((await countOtherViews(tx, actor.accountId, name)) >= MOST_VIEWS)
      throw conflict(`已经存了 ${MOST_VIEWS} 个视图。`, '请先删去用不着的。')
    const kept = { id: newId(), accountId: actor.accountId, name, search, sharedWith, at: now }
    const view = await viewById(tx, actor, await keepView(tx, kept))
    if (!view) throw new Error('the view was not kept')
    await record(tx, context, {
      action: 'ledger.saveView',
      subject: `视图“${name}”`,
      ...(sharedWith === null ? {} : { organisationId: sharedWith }),
      detail: { sharedWith: view.sharedWith?.name ?? null },
    })
    return view
  })
}

/** Whoever reads the ledger of an organisation reads that of those below it, not of those above and beside. */
async function checkOpenable(tx: Tx, actor: Actor, { organisationId }: ViewSearch, sharedWith: string): Promise<void> {
  const { name } = await permittedOrganisation(tx, actor, 'problem.read', sharedWith)
  if (organisationId === undefined) return
  const { path } = await permittedOrganisation(tx, actor, 'problem.read', organisationId)
  if (!path.includes(sharedWith))
    throw invalid(`筛选的组织不在${name}里，${name}的人打不开。`, '请改选组织再共享，或者只存给自己用。', [
      { field: 'sharedWith', message: `筛选的组织不在${name}里` },
    ])
}

/** Removes one’s own view. Not found for what is somebody else’s: that is for them to remove. */
export async function removeView(context: ActorContext, viewId: string): Promise<void> {
  await transaction(context.db, async (tx) => {
    const name = await dropView(tx, context.actor.accountId, viewId)
    if (name === undefined) throw notFound('这个视图')
    await record(tx, context, { action: 'ledger.removeView', subject: `视图“${name}”` })
  })
}

import type { ProblemClass, ProblemState } from '@duizhao/contract'
import { uncountedStates } from '@duizhao/contract'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { seenProblems } from '../ledger/index.ts'

/** A row of the ledger an item ends in. */
export interface HungRow {
  readonly itemId: string
  readonly id: string
  readonly number: number
  readonly text: string
  readonly state: ProblemState
  readonly class: ProblemClass
  readonly isSeen: boolean
}

/**
 * The rows some items end in, by number: what goes on with a row that was split, merged or came back is the item's as well;
 * what was registered by mistake is not.
 */
export async function rowsOfItems(db: Database | Tx, actor: Actor, itemIds: readonly string[]): Promise<HungRow[]> {
  if (itemIds.length === 0) return []
  return db
    .selectFrom(hungOn(itemIds).as('hung'))
    .innerJoin('problem', 'problem.id', 'hung.problem_id')
    .select(['hung.item_id as itemId', 'problem.id', 'problem.number', 'problem.text', 'problem.state'])
    .select('problem.class')
    .select((builder) => [
      sql<boolean>`${seenProblems(builder, 'problem', { actor, permission: 'problem.read' })}`.as('isSeen'),
    ])
    .where('problem.state', 'not in', [...uncountedStates])
    .orderBy('problem.number')
    .execute()
}

/** Each item with each problem that it ends in, directly or by what became of the problem. */
function hungOn(itemIds: readonly string[]) {
  return sql<{ item_id: string; problem_id: string }>`(
    with recursive hung (item_id, problem_id) as (
      select item_id, problem_id from feedback_row where item_id = any(${itemIds}::uuid[]) and until is null
      union
      select hung.item_id, heir.id from hung cross join lateral (
        select id from problem where relapse_of = hung.problem_id
        union all select id from problem where split_from = hung.problem_id
        union all select merged_into from problem where id = hung.problem_id and merged_into is not null) as heir)
    select item_id, problem_id from hung)`
}

/** The items a row was linked to itself, of some items. */
export async function linksOf(tx: Tx, itemIds: readonly string[]): Promise<{ itemId: string; problemId: string }[]> {
  return tx
    .selectFrom('feedback_row')
    .select(['item_id as itemId', 'problem_id as problemId'])
    .where('item_id', 'in', itemIds)
    .where('until', 'is', null)
    .execute()
}

export interface Link {
  readonly itemId: string
  readonly problemId: string
}

export async function insertLink(
  tx: Tx,
  { itemId, problemId }: Link,
  { accountId, at }: { readonly accountId: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('feedback_row')
    .values({ id: newId(), item_id: itemId, problem_id: problemId, account_id: accountId, at })
    .execute()
}

/** Ends that a row is an item's; true if it was. */
export async function endLink(tx: Tx, { itemId, problemId }: Link, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('feedback_row')
    .set({ until: at })
    .where('item_id', '=', itemId)
    .where('problem_id', '=', problemId)
    .where('until', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

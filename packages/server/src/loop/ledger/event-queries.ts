import type { Page, ProblemAction } from '@duizhao/contract'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { FieldChange } from '../../platform/act.ts'

/** An entry of a problem's timeline as it was written. */
export interface EventRow {
  readonly id: string
  readonly at: Date
  readonly by: string
  readonly action: string
  readonly from: string | null
  readonly to: string
  readonly reason: string
  readonly changes: readonly FieldChange[]
}

/** What happened last of some actions; undefined if none of them ever did. */
export async function lastEventOf(
  db: Database | Tx,
  problemId: string,
  actions: readonly ProblemAction[],
): Promise<Pick<EventRow, 'at' | 'by' | 'action' | 'reason'> | undefined> {
  return db
    .selectFrom('problem_event')
    .select(['at', 'by_name as by', 'action', 'reason'])
    .where('problem_id', '=', problemId)
    .where('action', 'in', actions)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A page of the timeline of a problem, the last first: in the order its row was held in, whatever the clocks said. */
export async function eventsPage(
  db: Database,
  problemId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<EventRow>> {
  const query = db
    .selectFrom('problem_event')
    .select([
      'id',
      'number',
      'at',
      'by_name as by',
      'action',
      'from_state as from',
      'to_state as to',
      'reason',
      'changes',
    ])
    .where('problem_id', '=', problemId)
  const { items, next } = await page(query, [{ column: 'number', property: 'number' }], { ...paging, descending: true })
  return {
    items: items.map(({ number: _place, changes, ...row }) => ({
      ...row,
      changes: changes as unknown as EventRow['changes'],
    })),
    next,
  }
}

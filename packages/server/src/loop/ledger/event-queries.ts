import type { Page } from '@duizhao/contract'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
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

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

/** A page of the timeline of a problem, the newest first. */
export async function eventsPage(
  db: Database,
  problemId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<EventRow>> {
  const query = db
    .selectFrom('problem_event')
    .select(['id', 'at', 'by_name as by', 'action', 'from_state as from', 'to_state as to', 'reason', 'changes'])
    .where('problem_id', '=', problemId)
  const keys = [
    { column: 'at', property: 'at' },
    { column: 'id', property: 'id' },
  ]
  const { items, next } = await page(query, keys, { ...paging, descending: true })
  return { items: items.map((row) => ({ ...row, changes: row.changes as unknown as EventRow['changes'] })), next }
}

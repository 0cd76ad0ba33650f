import { dateInChina } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/database/pool.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { holdTree } from '../../office/organisation/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { count } from './history.ts'
import { markOverdue } from './problem-queries.ts'

/** Counts as overdue what has become so since, but for what is being written just now: that is for the next time; some hundred at a time, so that nobody waits long. Returns how many. */
export async function markAllOverdue(db: Database, now: Date): Promise<number> {
  const today = dateInChina(now)
  for (let marked = 0; ;) {
    const some = await transaction(db, async (tx) => {
      await holdTree(tx)
      const rows = await markOverdue(tx, { today, now })
      await count(
        tx,
        rows.map((after) => ({ before: { ...after, isOverdue: false }, after })),
      )
      return rows.length
    })
    marked += some
    if (some === 0) return marked
  }
}

export const markOverdueEachHour: Job = {
  name: 'mark-overdue',
  // At midnight, and again for what was being written just then.
  schedule: '0 * * * *',
  async work({ db, now }) {
    await markAllOverdue(db, now)
  },
}

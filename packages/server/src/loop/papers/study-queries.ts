import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** Enters at which meeting a version was gone through. */
export async function setStudiedIn(
  tx: Tx,
  paperId: string,
  { ordinal, recordId }: { readonly ordinal: number; readonly recordId: string | null },
): Promise<void> {
  await tx
    .updateTable('paper_version')
    .set({ studied_in: recordId })
    .where('paper_id', '=', paperId)
    .where('ordinal', '=', ordinal)
    .execute()
}

const MOST = 200

/** The versions gone through at a meeting, the papers in the order they were drafted. */
export async function versionsStudiedIn(
  db: Database,
  recordId: string,
): Promise<{ readonly paperId: string; readonly ordinal: number }[]> {
  return db
    .selectFrom('paper_version')
    .select(['paper_id as paperId', 'ordinal'])
    .where('studied_in', '=', recordId)
    .orderBy('paper_id')
    .orderBy('ordinal')
    .limit(MOST)
    .execute()
}

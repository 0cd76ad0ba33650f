import type { OutcomeKind } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** What was done after the feedback of an inspection and was not taken back. */
export interface OutcomeRow {
  readonly id: string
  readonly inspectionId: string
  readonly kind: OutcomeKind
  readonly onDay: string
  readonly text: string
  readonly paperId: string | null
  readonly by: string
}

function outcomes(db: Database | Tx) {
  return db
    .selectFrom('inspection_outcome')
    .select(['id', 'inspection_id as inspectionId', 'kind', 'on_day as onDay', 'text', 'paper_id as paperId'])
    .select('by_name as by')
    .where('withdrawn_at', 'is', null)
}

const MOST_OUTCOMES = 100

export function outcomesOf(db: Database | Tx, inspectionId: string): Promise<OutcomeRow[]> {
  return outcomes(db)
    .where('inspection_id', '=', inspectionId)
    .orderBy('on_day')
    .orderBy('id')
    .limit(MOST_OUTCOMES)
    .execute()
}

/** It, held until the transaction ends. */
export function outcomeForUpdate(tx: Tx, id: string): Promise<OutcomeRow | undefined> {
  return outcomes(tx).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertOutcome(
  tx: Tx,
  { inspectionId, onDay, paperId, by, ...rest }: OutcomeRow & { readonly accountId: string; readonly at: Date },
): Promise<void> {
  const { accountId, ...own } = rest
  await tx
    .insertInto('inspection_outcome')
    .values({
      ...{ ...own, inspection_id: inspectionId, on_day: onDay, paper_id: paperId, by_name: by },
      account_id: accountId,
    })
    .execute()
}

export async function endOutcome(
  tx: Tx,
  id: string,
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('inspection_outcome')
    .set({ withdrawn_at: at, withdrawn_reason: reason })
    .where('id', '=', id)
    .execute()
}

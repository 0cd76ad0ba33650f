import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transaction.ts'

/**
 * Takes the next numbers of the ledgers of units, so many for each, and returns the first for each. Who registers with the
 * same unit meanwhile waits until the transaction ends; with another unit nobody does. Always in one order, so no deadlocks.
 */
export async function takeUnitNumbers(
  tx: Tx,
  wanted: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const inOrder = [...wanted].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const rows = await tx
    .insertInto('unit_numbering')
    .values(inOrder.map(([organisationId, count]) => ({ organisation_id: organisationId, last: count })))
    .onConflict((on) =>
      on
        .column('organisation_id')
        .doUpdateSet((row) => ({ last: sql<number>`unit_numbering.last + ${row.ref('excluded.last')}` })),
    )
    .returning(['organisation_id as organisationId', 'last'])
    .execute()
  return new Map(rows.map(({ organisationId, last }) => [organisationId, last - (wanted.get(organisationId) ?? 0) + 1]))
}

import type { Tx } from '../../platform/database/transaction.ts'

/** Since when a body keeps records here, locked until the transaction ends. */
export async function keepingForUpdate(tx: Tx, bodyId: string) {
  return tx
    .selectFrom('record_keeping')
    .select(['from_on as fromOn', 'version'])
    .where('organisation_id', '=', bodyId)
    .forUpdate()
    .executeTakeFirst()
}

/** The day of the first record of a body; null if it has none. */
export async function firstRecordOn(tx: Tx, bodyId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('record')
    .select((builder) => builder.fn.min('on_day').as('day'))
    .where('organisation_id', '=', bodyId)
    .where('state', '=', 'kept')
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return row?.day ?? null
}

export async function setKeeping(tx: Tx, bodyId: string, fromOn: string, version: number): Promise<void> {
  await tx
    .insertInto('record_keeping')
    .values({ organisation_id: bodyId, from_on: fromOn, version })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet({ from_on: fromOn, version }))
    .execute()
}

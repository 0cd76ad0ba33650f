import { columnsOf, type OrganisationPath, pathOf } from '../../platform/access.ts'
import type { Tx } from '../../platform/database/transaction.ts'

export async function insertWaiver(
  tx: Tx,
  waiver: {
    readonly id: string
    readonly path: OrganisationPath
    readonly dutyId: string
    readonly personId: string | null
    readonly period: string
    readonly state: 'not_applicable' | 'waived'
    readonly reason: string
    readonly createdBy: string
  },
): Promise<void> {
  const { id, path, dutyId, personId, period, state, reason, createdBy } = waiver
  await tx
    .insertInto('duty_waiver')
    .values({
      id,
      organisation_id: path.at(-1) ?? '',
      ...columnsOf(path),
      duty_id: dutyId,
      person_id: personId,
      period,
      state,
      reason,
      created_by: createdBy,
    })
    .execute()
}

/** A waiver with the name of its duty, locked until the transaction ends. */
export async function waiverForUpdate(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('duty_waiver')
    .innerJoin('duty', 'duty.id', 'duty_waiver.duty_id')
    .selectAll('duty_waiver')
    .select('duty.name as dutyName')
    .where('duty_waiver.id', '=', id)
    .forUpdate('duty_waiver')
    .executeTakeFirst()
  return (
    row && {
      organisationId: row.organisation_id,
      path: pathOf(row),
      period: row.period,
      withdrawnOn: row.withdrawn_on,
      dutyName: row.dutyName,
    }
  )
}

export async function endWaiver(tx: Tx, id: string, on: string, reason: string): Promise<void> {
  await tx.updateTable('duty_waiver').set({ withdrawn_on: on, withdrawn_reason: reason }).where('id', '=', id).execute()
}

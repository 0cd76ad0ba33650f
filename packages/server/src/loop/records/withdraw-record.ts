import type { WorkRecordDetail } from '@duizhao/contract'
import { holdTree } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { heldRecord } from './change-record.ts'
import { tellOfRecord, touchedBy } from './happened.ts'
import { tellOfPlan } from './planned-talks.ts'
import { factsOf, isForReaders, nameForReaders, putIntoSearch, readBack } from './told.ts'
import { markWithdrawn } from './write-queries.ts'

/** Takes a record back: it stays, with the reason, and counts no more. */
export function withdrawRecord(
  context: ActorContext,
  features: readonly Feature[],
  id: string,
  { reason, version }: { readonly reason: string; readonly version: number },
): Promise<WorkRecordDetail> {
  const today = dateInChina(context.now)
  const asking = { actor: context.actor, today }
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const before = await heldRecord(tx, asking, { id, version })
    const { organisationId } = before
    const touched = [await touchedBy(tx, before)]
    await markWithdrawn(tx, id, { on: today, reason })
    const made = await readBack(tx, asking, id)
    await putIntoSearch(tx, made.row)
    if (before.state === 'planned') await tellOfPlan(tx, context, made.row, 'dropped')
    await tellOfRecord(tx, features, { organisationId, now: context.now, touched })
    const detail = { ...factsOf(made.row), ...(isForReaders(made.row.kinds) ? { reason } : {}) }
    await record(tx, context, {
      ...{ action: 'record.withdraw', subject: nameForReaders(made.row), organisationId, detail },
    })
    return made.detail
  })
}

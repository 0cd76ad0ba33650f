import { type RecordFields, recordNameOf, type RecordState, type WorkRecordDetail } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { holdTree } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { holdOne } from '../../platform/database/locks.ts'
import { transaction } from '../../platform/database/transaction.ts'
import type { Feature } from '../../platform/feature.ts'
import { writableBody } from './bodies.ts'
import { checkOnce, checkRecord } from './check-record.ts'
import { tellOfRecord, touchedBy } from './happened.ts'
import { checkPlannedOnce, endPlanOf, tellOfPlan } from './planned-talks.ts'
import { takeReading } from './take-reading.ts'
import { factsOf, fileForReaders, nameForReaders, putIntoSearch, readBack } from './told.ts'
import { insertRecord, startKeeping } from './write-queries.ts'

interface Given extends RecordFields {
  readonly state: RecordState
  /** The file it was read from, as it was shown before. */
  readonly readingId: string | null
  /** The meeting it was held as, where that is known. */
  readonly meetingId?: string
}

/**
 * Writes down what a body did; who takes part in a talk may write that one without being its secretary. Forbidden for
 * others; invalid at the field that breaks a rule; conflict, with the first, if it is there already.
 */
export function createRecord(
  context: ActorContext,
  features: readonly Feature[],
  organisationId: string,
  { state, readingId, meetingId, ...given }: Given,
): Promise<WorkRecordDetail> {
  const { actor, now } = context
  const today = dateInChina(now)
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const asking = { actor, today }
    const body = await writableBody(tx, asking, { organisationId, fields: given })
    const fields = { ...given, name: recordNameOf(given, state) }
    await checkRecord(tx, fields, { today, state, personId: actor.personId })
    await holdOne(tx, 'record', organisationId)
    const id = newId()
    if (state === 'kept') await checkOnce(tx, asking, { id, organisationId, fields })
    if (state === 'planned') await checkPlannedOnce(tx, asking, { id, organisationId, fields })
    const { file, spans } = await takeReading(tx, context, { readingId, organisationId })
    await insertRecord(tx, {
      ...{ id, organisationId, path: body.path, fields, state, createdBy: actor.accountId, now, file, spans },
      meetingId: meetingId ?? null,
    })
    const made = await readBack(tx, asking, id)
    if (state === 'kept' && made.row.mayWrite) await startKeeping(tx, organisationId, fields.onDay)
    const endedPlan = state === 'kept' ? await endPlanOf(tx, { organisationId, fields, today }) : null
    if (state === 'planned') await tellOfPlan(tx, context, made.row, 'planned')
    await putIntoSearch(tx, made.row)
    await tellOfRecord(tx, features, { organisationId, now, touched: [await touchedBy(tx, made.row)] })
    await record(tx, context, {
      action: 'record.create',
      subject: nameForReaders(made.row),
      organisationId,
      detail: {
        ...factsOf(made.row),
        ...(endedPlan === null ? {} : { endedPlan }),
        ...(file === null ? {} : { file: fileForReaders(fields.kinds, file.name), sha256: file.hash }),
      },
    })
    return made.detail
  })
}

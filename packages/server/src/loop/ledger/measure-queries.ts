import type { Measure, MeasureFields } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

export async function measuresOf(db: Database | Tx, problemId: string): Promise<Measure[]> {
  return db
    .selectFrom('measure')
    .select(['id', 'text', 'responsible', 'co_unit as coUnit', 'due_on as dueOn', 'early_on as earlyOn'])
    .select(['funding', 'contingency', 'done_on as doneOn'])
    .where('problem_id', '=', problemId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function hasMeasure(db: Database | Tx, problemId: string, measureId: string): Promise<boolean> {
  const measure = await db
    .selectFrom('measure')
    .select('id')
    .where('id', '=', measureId)
    .where('problem_id', '=', problemId)
    .executeTakeFirst()
  return measure !== undefined
}

/** A measure to be written; null as id for a new one. */
export interface PlannedMeasure extends MeasureFields {
  readonly id: string | null
}

/** Sets the measures of a problem, in their order: known ones are changed, new ones added, the others deleted. */
export async function writeMeasures(tx: Tx, problemId: string, measures: readonly PlannedMeasure[]): Promise<void> {
  const kept = measures.flatMap(({ id }) => id ?? [])
  await tx
    .deleteFrom('measure')
    .where('problem_id', '=', problemId)
    .$if(kept.length > 0, (all) => all.where('id', 'not in', kept))
    .execute()
  for (const [position, { id, coUnit, dueOn, earlyOn, doneOn, ...words }] of measures.entries()) {
    const values = { ...words, position, co_unit: coUnit, due_on: dueOn, early_on: earlyOn, done_on: doneOn }
    if (id === null)
      await tx
        .insertInto('measure')
        .values({ ...values, id: newId(), problem_id: problemId })
        .execute()
    else await tx.updateTable('measure').set(values).where('id', '=', id).execute()
  }
}

/** Enters when measures of a problem were done; those that are done already keep their date. */
export async function markDone(tx: Tx, problemId: string, ids: readonly string[], on: string): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('measure')
    .set({ done_on: on })
    .where('problem_id', '=', problemId)
    .where('id', 'in', ids)
    .where('done_on', 'is', null)
    .execute()
}

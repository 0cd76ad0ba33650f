import { v7 as newId } from 'uuid'
import { dateInChina } from '../../../platform/calendar/index.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { invalid } from '../../../platform/refusal.ts'
import { enterProblems } from '../enter-problems.ts'
import { keepWorker } from '../hand-queries.ts'
import { insertMeasures } from '../import/write-queries.ts'
import { peopleWithin } from '../people-queries.ts'
import { checkInspection, columnsOfFields } from '../register-problem.ts'
import type { Given, Registering, Written } from './registering.ts'

/** Enters new problems with their measures; whom one names leads it from the beginning. */
export async function enterRows(
  tx: Tx,
  { context, organisation, inspectionId, importId }: Registering,
  given: readonly Given<'new'>[],
): Promise<Written[]> {
  const { path } = organisation
  await checkInspection(tx, path, inspectionId)
  await checkPeople(tx, path.slice(0, 1), given)
  const rows = given.map(({ row }) => ({ row, id: newId() }))
  const changes = await enterProblems(
    tx,
    context,
    { action: 'register' },
    rows.map(({ id, row }) => ({
      guards: row.leadId === null ? [] : ['namesLead' as const],
      problem: {
        ...columnsOfFields(row),
        ...{ id, path, organisation_id: organisation.id, import_id: importId },
        inspection_id: row.source === 'inspection' ? inspectionId : null,
        ...{ lead_id: row.leadId, handler_id: row.handlerId, about_person_id: row.aboutId },
        ...{ registered_on: dateInChina(context.now), changed_at: context.now },
      },
    })),
  )
  await insertMeasures(
    tx,
    rows.flatMap(({ id, row }) => row.measures.map((measure, position) => ({ ...measure, problemId: id, position }))),
  )
  const worked = rows.flatMap(({ id, row }) => (row.measures.some(({ doneOn }) => doneOn !== null) ? [id] : []))
  await keepWorker(tx, worked, context.actor.personId)
  return changes.map((change, at) => ({ change, origins: rows[at]?.row.origins ?? [] }))
}

/** Whoever is named is of this office and has not left. */
async function checkPeople(tx: Tx, path: readonly string[], given: readonly Given<'new'>[]): Promise<void> {
  const named = given.flatMap(({ row: { leadId, handlerId, aboutId }, at }) =>
    Object.entries({ leadId, handlerId, aboutId }).flatMap(([field, id]) => (id === null ? [] : [{ at, field, id }])),
  )
  const known = await peopleWithin(
    tx,
    path,
    named.map(({ id }) => id),
  )
  const places = named
    .filter(({ id }) => !known.has(id))
    .map(({ at, field }) => ({ field: `rows.${at}.${field}`, message: '没有找到这个人' }))
  if (places.length > 0) throw invalid('有一个人没有找到，或者已经离开。', '请重新选择。', places)
}

import { v7 as newId } from 'uuid'
import type { ActorContext } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { enteredState, enterProblems } from '../enter-problems.ts'
import { insertOrigins } from '../origin-queries.ts'
import { keepWorker } from '../hand-queries.ts'
import { type Change, enterHistory } from '../history.ts'
import type { LineChange } from './compare-line.ts'
import type { KnownProblem } from './known-queries.ts'
import type { MeasureLine } from './ledger-line.ts'
import type { LedgerPlan, PlannedLine } from './plan-lines.ts'
import {
  insertImportedProgress,
  insertMeasures,
  type NewMeasure,
  updateFields,
  updateMeasures,
} from './write-queries.ts'

interface Writing {
  readonly context: ActorContext
  readonly fileName: string
  /** By which import. */
  readonly importId: string
}

/** Writes a plan: what is new and what changed, with its history. */
export async function writePlan(tx: Tx, { lines }: LedgerPlan, writing: Writing): Promise<void> {
  const created = await createProblems(
    tx,
    lines.filter((line) => line.effect === 'create'),
    writing,
  )
  const changed = await changeProblems(
    tx,
    lines.filter((line) => line.effect === 'change'),
    writing,
  )
  await enterHistory(tx, writing.context, [...created, ...changed])
}

type Planned<Effect> = Extract<PlannedLine, { readonly effect: Effect }>

async function createProblems(
  tx: Tx,
  planned: readonly Planned<'create'>[],
  { context, fileName, importId }: Writing,
): Promise<Change[]> {
  const entered = planned.map(({ line, key, place, fields, tells }) => {
    const { dueOn, leadId, handlerId, ...rest } = fields
    const problem = {
      ...rest,
      id: newId(),
      organisation_id: place.id,
      path: place.path,
      due_on: dueOn,
      lead_id: leadId,
      handler_id: handlerId,
      registered_on: line.registeredOn,
      struck_off_on: line.isDone ? line.doneOn : null,
      import_key: key,
      import_id: importId,
      changed_at: context.now,
    }
    return { problem, guards: tells }
  })
  const changes = await enterProblems(tx, context, { action: 'import', reason: fileName }, entered)
  const beside = entered.map(({ problem: { id } }, at) => ({ id, line: planned[at]?.line }))
  await insertMeasures(
    tx,
    beside.flatMap(({ id, line }) => numbered(id, line?.measures ?? [], 0)),
  )
  await insertImportedProgress(
    tx,
    beside.flatMap(({ id, line }) => (line?.progress ?? []).map((entry) => ({ ...entry, problemId: id }))),
    context,
  )
  await insertOrigins(
    tx,
    entered.flatMap(({ problem: { id } }, at) =>
      (planned[at]?.origins ?? []).map((place) => ({ problemId: id, place })),
    ),
    { accountId: context.actor.accountId, at: context.now },
  )
  await keepWorker(
    tx,
    beside.flatMap(({ id, line }) =>
      line?.isDone || line?.measures.some(({ doneOn }) => doneOn !== null) ? [id] : [],
    ),
    context.actor.personId,
  )
  return changes
}

async function changeProblems(
  tx: Tx,
  planned: readonly Planned<'change'>[],
  { context, fileName, importId }: Writing,
): Promise<Change[]> {
  const stated = planned.map(({ known, change }) => ({
    known,
    after: {
      ...change.fields,
      state: enteredState(context.actor, 'import', { path: known.path, state: known.state, guards: change.tells }),
    },
    changes: change.changes,
  }))
  const overdue = await updateFields(
    tx,
    stated.map(({ known, after }) => ({ id: known.id, fields: after })),
    context.now,
  )
  await updateMeasures(
    tx,
    planned.flatMap(({ change }) => change.changedMeasures),
  )
  await insertMeasures(
    tx,
    planned.flatMap(({ known, change }) =>
      numbered(known.id, change.newMeasures, Math.max(-1, ...known.measures.map(({ position }) => position)) + 1),
    ),
  )
  await insertImportedProgress(
    tx,
    planned.flatMap(({ known, change }) => change.newProgress.map((entry) => ({ ...entry, problemId: known.id }))),
    context,
  )
  await insertOrigins(
    tx,
    planned.flatMap(({ known, change }) => change.newOrigins.map((place) => ({ problemId: known.id, place }))),
    { accountId: context.actor.accountId, at: context.now, importId },
  )
  await keepWorker(
    tx,
    planned.flatMap(({ known, change }) => (finishes(known, change) ? [known.id] : [])),
    context.actor.personId,
  )
  return stated.map(({ known, after, changes }) => ({
    before: known,
    after: { ...known, ...after, isOverdue: overdue.has(known.id), version: known.version + 1 },
    deed: { action: 'import', reason: fileName, changes },
  }))
}

/** True if a line tells of a measure that it was done, which was not known before. */
function finishes(known: KnownProblem, { changedMeasures, newMeasures }: LineChange): boolean {
  const before = new Map(known.measures.map(({ id, doneOn }) => [id, doneOn]))
  return (
    newMeasures.some(({ doneOn }) => doneOn !== null) ||
    changedMeasures.some(({ id, doneOn }) => doneOn !== (before.get(id) ?? null))
  )
}

function numbered(problemId: string, measures: readonly MeasureLine[], from: number): NewMeasure[] {
  return measures.map((measure, at) => ({ ...measure, problemId, position: from + at }))
}

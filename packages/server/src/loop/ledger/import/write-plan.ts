import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { ActorContext } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { OrganisationRow } from '../../../office/organisation/index.ts'
import { type Change, enterHistory } from '../history.ts'
import { insertProblems } from '../problem-queries.ts'
import type { MeasureLine, ProgressLine } from './ledger-line.ts'
import type { LedgerPlan, PlannedLine } from './plan-lines.ts'

interface Writing {
  readonly context: ActorContext
  readonly organisation: OrganisationRow
  readonly fileName: string
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
  { context, organisation, fileName }: Writing,
): Promise<Change[]> {
  const rows = planned.map(({ line, key, fields }) => {
    const { dueOn, leadId, handlerId, ...rest } = fields
    return {
      ...rest,
      id: newId(),
      organisation_id: organisation.id,
      path: organisation.path,
      text: line.text,
      due_on: dueOn,
      lead_id: leadId,
      handler_id: handlerId,
      registered_on: line.registeredOn,
      struck_off_on: line.isDone ? line.doneOn : null,
      import_key: key,
      changed_at: context.now,
    }
  })
  const after = await insertProblems(tx, rows)
  const beside = rows.map(({ id }, at) => ({ id, line: planned[at]?.line }))
  await insertMeasures(
    tx,
    beside.flatMap(({ id, line }) => numbered(id, line?.measures ?? [], 0)),
  )
  await insertProgress(
    tx,
    beside.flatMap(({ id, line }) => (line?.progress ?? []).map((entry) => ({ problemId: id, entry }))),
    context,
  )
  return after.map((problem) => ({ before: null, after: problem, deed: { action: 'import', reason: fileName } }))
}

async function changeProblems(
  tx: Tx,
  planned: readonly Planned<'change'>[],
  { context, fileName }: Writing,
): Promise<Change[]> {
  const overdue = await updateProblems(tx, planned, context)
  await updateMeasures(tx, planned)
  await insertMeasures(
    tx,
    planned.flatMap(({ known, change }) =>
      numbered(known.id, change.newMeasures, Math.max(-1, ...known.measures.map(({ position }) => position)) + 1),
    ),
  )
  await insertProgress(
    tx,
    planned.flatMap(({ known, change }) => change.newProgress.map((entry) => ({ problemId: known.id, entry }))),
    context,
  )
  return planned.map(({ known, change }) => ({
    before: known,
    after: { ...known, ...change.fields, isOverdue: overdue.has(known.id), version: known.version + 1 },
    deed: { action: 'import', reason: fileName, changes: change.changes },
  }))
}

const AT_ONCE = 500

function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE)
}

/** Updates the problems and returns which of them are overdue now. */
async function updateProblems(
  tx: Tx,
  planned: readonly Planned<'change'>[],
  { now }: ActorContext,
): Promise<ReadonlySet<string>> {
  const overdue = new Set<string>()
  for (const some of chunks(planned)) {
    const rows = some.map(({ known, change: { fields } }) => ({
      id: known.id,
      source: fields.source,
      aspect: fields.aspect,
      cause: fields.cause,
      goal: fields.goal,
      class: fields.class,
      due_on: fields.dueOn,
      lead_id: fields.leadId,
      handler_id: fields.handlerId,
      result: fields.result,
      state: fields.state,
    }))
    const { rows: updated } = await sql<{ id: string; is_overdue: boolean }>`
      update problem
      set source = fresh.source, aspect = fresh.aspect, cause = fresh.cause, goal = fresh.goal, class = fresh.class,
        due_on = fresh.due_on, lead_id = fresh.lead_id, handler_id = fresh.handler_id, result = fresh.result,
        state = fresh.state, version = version + 1, changed_at = ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh (id uuid, source text, aspect text, cause text,
        goal text, class text, due_on date, lead_id uuid, handler_id uuid, result text, state text)
      where problem.id = fresh.id
      returning problem.id, problem.is_overdue
    `.execute(tx)
    for (const { id, is_overdue: isOverdue } of updated) if (isOverdue) overdue.add(id)
  }
  return overdue
}

async function updateMeasures(tx: Tx, planned: readonly Planned<'change'>[]): Promise<void> {
  for (const some of chunks(planned.flatMap(({ change }) => change.changedMeasures))) {
    const rows = some.map(({ dueOn, doneOn, ...rest }) => ({ ...rest, due_on: dueOn, done_on: doneOn }))
    await sql`
      update measure
      set text = fresh.text, responsible = fresh.responsible, due_on = fresh.due_on, funding = fresh.funding,
        contingency = fresh.contingency, done_on = fresh.done_on
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh (id uuid, text text, responsible text,
        due_on date, funding text, contingency text, done_on date)
      where measure.id = fresh.id
    `.execute(tx)
  }
}

function numbered(problemId: string, measures: readonly MeasureLine[], from: number) {
  return measures.map(({ dueOn, doneOn, ...rest }, at) => ({
    ...rest,
    id: newId(),
    problem_id: problemId,
    position: from + at,
    due_on: dueOn,
    done_on: doneOn,
  }))
}

async function insertMeasures(tx: Tx, measures: readonly ReturnType<typeof numbered>[number][]): Promise<void> {
  for (const some of chunks(measures)) await tx.insertInto('measure').values(some).execute()
}

/** Nobody's account stands for it: who wrote it in the ledger is not known. */
async function insertProgress(
  tx: Tx,
  progress: readonly { readonly problemId: string; readonly entry: ProgressLine }[],
  { now }: ActorContext,
): Promise<void> {
  for (const some of chunks(progress)) {
    const values = some.map(({ problemId, entry }) => ({
      id: newId(),
      problem_id: problemId,
      account_id: null,
      dated_on: entry.on,
      text: entry.text,
      at: now,
    }))
    await tx.insertInto('progress').values(values).execute()
  }
}

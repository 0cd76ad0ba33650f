import type { ProblemState } from '@duizhao/contract'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { ActorContext } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { ImportedFields } from './compare-line.ts'
import type { KnownMeasure } from './known-queries.ts'
import type { MeasureLine, ProgressLine } from './ledger-line.ts'

const AT_ONCE = 500

function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE)
}

export interface ChangedFields {
  readonly id: string
  readonly fields: ImportedFields & { readonly state: ProblemState }
}

/** Updates the problems and returns which of them are overdue now. */
export async function updateFields(tx: Tx, changed: readonly ChangedFields[], now: Date): Promise<ReadonlySet<string>> {
  const overdue = new Set<string>()
  for (const some of chunks(changed)) {
    const rows = some.map(({ id, fields }) => ({
      id,
      text: fields.text,
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
      set text = fresh.text, source = fresh.source, aspect = fresh.aspect, cause = fresh.cause, goal = fresh.goal, class = fresh.class,
        due_on = fresh.due_on, lead_id = fresh.lead_id, handler_id = fresh.handler_id, result = fresh.result,
        state = fresh.state, version = version + 1, changed_at = ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh (id uuid, text text, source text, aspect text, cause text,
        goal text, class text, due_on date, lead_id uuid, handler_id uuid, result text, state text)
      where problem.id = fresh.id
      returning problem.id, problem.is_overdue
    `.execute(tx)
    for (const { id, is_overdue: isOverdue } of updated) if (isOverdue) overdue.add(id)
  }
  return overdue
}

export async function updateMeasures(tx: Tx, measures: readonly KnownMeasure[]): Promise<void> {
  for (const some of chunks(measures)) {
    const rows = some.map(({ coUnit, dueOn, earlyOn, doneOn, ...rest }) => ({
      ...{ ...rest, co_unit: coUnit, due_on: dueOn, early_on: earlyOn, done_on: doneOn },
    }))
    await sql`
      update measure
      set text = fresh.text, responsible = fresh.responsible, co_unit = fresh.co_unit, due_on = fresh.due_on,
        early_on = fresh.early_on, funding = fresh.funding, contingency = fresh.contingency, done_on = fresh.done_on
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh (id uuid, text text, responsible text,
        co_unit text, due_on date, early_on date, funding text, contingency text, done_on date)
      where measure.id = fresh.id
    `.execute(tx)
  }
}

export interface NewMeasure extends MeasureLine {
  readonly problemId: string
  readonly position: number
}

export async function insertMeasures(tx: Tx, measures: readonly NewMeasure[]): Promise<void> {
  for (const some of chunks(measures)) {
    const values = some.map(({ problemId, coUnit, dueOn, earlyOn, doneOn, ...rest }) => ({
      ...rest,
      co_unit: coUnit,
      early_on: earlyOn,
      id: newId(),
      problem_id: problemId,
      due_on: dueOn,
      done_on: doneOn,
    }))
    await tx.insertInto('measure').values(values).execute()
  }
}

export interface ImportedProgress extends ProgressLine {
  readonly problemId: string
}

/** The importer answers for it, who need not be who wrote it in the ledger. */
export async function insertImportedProgress(
  tx: Tx,
  progress: readonly ImportedProgress[],
  { actor, now }: Pick<ActorContext, 'actor' | 'now'>,
): Promise<void> {
  for (const some of chunks(progress)) {
    const values = some.map(({ problemId, on, text }) => ({
      id: newId(),
      problem_id: problemId,
      account_id: actor.accountId,
      is_imported: true,
      dated_on: on,
      text,
      at: now,
    }))
    await tx.insertInto('progress').values(values).execute()
  }
}

import type { Page, SweepAnswer } from '@duizhao/contract'
import { sql, type SqlBool } from 'kysely'
import { columnsOf, levelColumn, type OrganisationPath, pathOf, visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { seenProblems } from '../ledger/index.ts'

function sweeps(db: Database | Tx) {
  return db
    .selectFrom('sweep')
    .select(['sweep.id', 'sweep.problem_id as problemId', 'sweep.text', 'sweep.asked_on as askedOn'])
    .select(['sweep.answer_due_on as answerDueOn', 'sweep.asked_by as askedBy', 'sweep.by_name as by'])
    .select(['sweep.withdrawn_on as withdrawnOn', 'sweep.withdraw_reason as withdrawReason'])
}

export type SweepRow = Awaited<ReturnType<ReturnType<typeof sweeps>['execute']>>[number]

export async function sweepById(db: Database | Tx, id: string): Promise<SweepRow | undefined> {
  return sweeps(db).where('id', '=', id).executeTakeFirst()
}

/** The same, held until the transaction ends. */
export async function sweepForUpdate(tx: Tx, id: string): Promise<SweepRow | undefined> {
  return sweeps(tx).where('id', '=', id).forUpdate().executeTakeFirst()
}

const MOST_OF_PROBLEM = 50

/** What was asked because of a problem, the latest first. */
export async function sweepsOfProblem(db: Database, problemId: string): Promise<SweepRow[]> {
  return sweeps(db).where('problem_id', '=', problemId).orderBy('id', 'desc').limit(MOST_OF_PROBLEM).execute()
}

/** The sweep by which a problem was found. */
export async function sweepThatFound(db: Database, problemId: string): Promise<SweepRow | undefined> {
  return sweeps(db)
    .innerJoin('sweep_answer', 'sweep_answer.sweep_id', 'sweep.id')
    .where('sweep_answer.problem_id', '=', problemId)
    .orderBy('sweep.id')
    .limit(1)
    .executeTakeFirst()
}

/** A page of what was asked of an organisation and those below it, the latest first. */
export async function sweepsPage(
  db: Database,
  { id, level }: { readonly id: string; readonly level: number },
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<SweepRow>> {
  const query = sweeps(db).where(({ exists, selectFrom }) =>
    exists(
      selectFrom('sweep_answer')
        .select('sweep_id')
        .whereRef('sweep_id', '=', 'sweep.id')
        .where(`sweep_answer.${levelColumn(level)}`, '=', id),
    ),
  )
  return page(query, [{ column: 'sweep.id', property: 'id' }], { ...paging, descending: true })
}

/** A body that was asked, as it stands in the database. */
export interface AskedBody {
  readonly sweepId: string
  readonly organisation: { readonly id: string; readonly name: string }
  readonly path: OrganisationPath
  readonly answer: SweepAnswer | null
  readonly reason: string
  readonly problemId: string | null
  readonly answeredOn: string | null
  readonly by: string
}

/** The bodies some sweeps asked, by their names. */
export async function askedBodies(db: Database | Tx, sweepIds: readonly string[]): Promise<AskedBody[]> {
  if (sweepIds.length === 0) return []
  const rows = await db
    .selectFrom('sweep_answer')
    .innerJoin('organisation', 'organisation.id', 'sweep_answer.organisation_id')
    .selectAll('sweep_answer')
    .select('organisation.name')
    .where('sweep_id', 'in', sweepIds)
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .execute()
  return rows.map((row) => ({
    sweepId: row.sweep_id,
    organisation: { id: row.organisation_id, name: row.name },
    path: pathOf(row),
    answer: row.answer,
    reason: row.reason,
    problemId: row.problem_id,
    answeredOn: row.answered_on,
    by: row.by_name,
  }))
}

/** Of some problems those the actor may see, with their numbers. */
export async function numbersOf(db: Database | Tx, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, number>()
  const rows = await db
    .selectFrom('problem')
    .select(['id', 'number'])
    .where('id', 'in', ids)
    .where((eb) => seenProblems(eb, 'problem', { actor, permission: 'problem.read' }))
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** The id of the problem with a number; undefined if there is none. */
export async function problemNumbered(tx: Tx, number: number): Promise<string | undefined> {
  const row = await tx.selectFrom('problem').select('id').where('number', '=', number).executeTakeFirst()
  return row?.id
}

export interface NewSweep {
  readonly id: string
  readonly problemId: string
  readonly text: string
  readonly askedOn: string
  readonly answerDueOn: string
  readonly askedBy: string
  readonly byName: string
}

export async function insertSweep(
  tx: Tx,
  sweep: NewSweep,
  bodies: readonly { readonly id: string; readonly path: OrganisationPath }[],
): Promise<void> {
  const { id, text } = sweep
  await tx
    .insertInto('sweep')
    .values({
      ...{ id, text, problem_id: sweep.problemId, asked_on: sweep.askedOn, answer_due_on: sweep.answerDueOn },
      ...{ asked_by: sweep.askedBy, by_name: sweep.byName },
    })
    .execute()
  await tx
    .insertInto('sweep_answer')
    .values(bodies.map((body) => ({ sweep_id: id, organisation_id: body.id, ...columnsOf(body.path) })))
    .execute()
}

export interface GivenAnswer {
  readonly answer: SweepAnswer
  readonly reason: string
  readonly problemId: string | null
  readonly on: string
  readonly accountId: string
  readonly byName: string
}

export async function setAnswer(
  tx: Tx,
  sweepId: string,
  organisationId: string,
  { answer, reason, problemId, on, accountId, byName }: GivenAnswer,
): Promise<void> {
  await tx
    .updateTable('sweep_answer')
    .set({ answer, reason, problem_id: problemId, answered_on: on, answered_by: accountId, by_name: byName })
    .where('sweep_id', '=', sweepId)
    .where('organisation_id', '=', organisationId)
    .execute()
}

export async function setWithdrawn(tx: Tx, id: string, on: string, reason: string): Promise<void> {
  await tx.updateTable('sweep').set({ withdrawn_on: on, withdraw_reason: reason }).where('id', '=', id).execute()
}

const MOST_TASKS = 50

/** What waits for an answer of bodies the actor organises; not what he asked himself. What is due first. */
export async function unanswered(db: Database, actor: Actor) {
  const organising = { ...actor, grants: actor.grants.filter(({ role }) => role === 'organiser') }
  return db
    .selectFrom('sweep_answer')
    .innerJoin('sweep', 'sweep.id', 'sweep_answer.sweep_id')
    .innerJoin('organisation', 'organisation.id', 'sweep_answer.organisation_id')
    .select(['sweep.id', 'sweep.text', 'sweep.answer_due_on as dueOn', 'organisation.id as organisationId'])
    .select('organisation.name as organisationName')
    .where('answer', 'is', null)
    .where('sweep.withdrawn_on', 'is', null)
    .where('sweep.asked_by', '<>', actor.accountId)
    .where((eb) => visible(eb, 'sweep_answer', { actor: organising, permission: 'problem.write' }))
    .orderBy('sweep.answer_due_on')
    .orderBy('sweep.id')
    .limit(MOST_TASKS)
    .execute()
}

/** What the actor asked and somebody has not answered in time, with how many. */
export async function overdueAsked(db: Database, actor: Actor, today: string) {
  const { rows } = await sql<{ id: string; text: string; dueOn: string; bodies: number }>`
    select sweep.id, text, answer_due_on as "dueOn", count(*)::int as bodies
    from sweep join sweep_answer on sweep_id = sweep.id
    where asked_by = ${actor.accountId} and withdrawn_on is null and answer is null and answer_due_on < ${today}
    group by sweep.id order by answer_due_on, sweep.id limit ${MOST_TASKS}`.execute(db)
  return rows
}

/** The problems that sweeps found in an organisation and below it in some days. */
export async function foundBySweeps(
  db: Database,
  { id, level }: { readonly id: string; readonly level: number },
  { from, to }: { readonly from: string; readonly to: string },
) {
  return db
    .selectFrom('sweep_answer')
    .innerJoin('problem', 'problem.id', 'sweep_answer.problem_id')
    .select(['problem.id', 'problem.number', 'answered_on as day'])
    .where(`sweep_answer.${levelColumn(level)}`, '=', id)
    .where('answered_on', '>=', from)
    .where('answered_on', '<=', to)
    .where(sql<SqlBool>`problem.state <> 'withdrawn'`)
    .distinctOn('problem.id')
    .orderBy('problem.id')
    .orderBy('answered_on')
    .execute()
}

export async function wasAsked(tx: Tx, organisationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('sweep_answer')
    .select('sweep_id')
    .where('organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const MOST_OWN = 200

/** What an account asked, and what it answered, the latest first. */
export async function sweepsBy(db: Database, accountId: string) {
  const { rows } = await sql<{ text: string; deed: 'asked' | 'answered' }>`
    select text, deed from (
      select id, 'asked' as deed from sweep where asked_by = ${accountId}
      union all select sweep_id, 'answered' from sweep_answer where answered_by = ${accountId}
    ) as deeds join sweep using (id) order by id desc, deed limit ${MOST_OWN}`.execute(db)
  return rows
}

import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { columnsOf } from '../../platform/access.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ProblemRow } from './problem-queries.ts'

/** An entry of a problem's timeline. */
export interface NewEvent {
  readonly problemId: string
  readonly at: Date
  readonly accountId: string | null
  readonly byName: string
  readonly action: string
  readonly from: string | null
  readonly to: string
  readonly reason: string
  readonly changes: readonly object[]
}

export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  const values = events.map(({ problemId, at, accountId, byName, action, from, to, reason, changes }) => ({
    id: newId(),
    problem_id: problemId,
    at,
    account_id: accountId,
    by_name: byName,
    action,
    from_state: from,
    to_state: to,
    reason,
    changes: JSON.stringify(changes),
  }))
  await tx.insertInto('problem_event').values(values).execute()
}

/** Ends the versions of problems that hold now: what began at this very instant never held, and goes. */
export async function endVersions(tx: Tx, problemIds: readonly string[], now: Date): Promise<void> {
  if (problemIds.length === 0) return
  const open = sql`problem_id in (${sql.join(problemIds)}) and valid_to = 'infinity'`
  await sql`delete from problem_version where ${open} and valid_from >= ${now}`.execute(tx)
  await sql`update problem_version set valid_to = ${now} where ${open} and valid_from < ${now}`.execute(tx)
}

/** Begins the versions of problems as they are from now on. */
export async function beginVersions(tx: Tx, problems: readonly ProblemRow[], now: Date): Promise<void> {
  const values = problems.map((problem) => ({
    problem_id: problem.id,
    valid_from: now,
    ...columnsOf(problem.path),
    organisation_id: problem.organisationId,
    source: problem.source,
    class: problem.class,
    aspect: problem.aspect,
    state: problem.state,
    text: problem.text,
    due_on: problem.dueOn,
    struck_off_on: problem.struckOffOn,
    proved_on: problem.provedOn,
  }))
  await tx.insertInto('problem_version').values(values).execute()
}

/** One of the counters along the tree. */
export interface Counter {
  readonly organisationId: string
  readonly source: string
  readonly class: string
  readonly state: string
  readonly isProved: boolean
  readonly isOverdue: boolean
}

/** Adds to counters, in the order given; those that are not there begin at zero. */
export async function addToCounters(
  tx: Tx,
  deltas: readonly { readonly counter: Counter; readonly delta: number }[],
): Promise<void> {
  if (deltas.length === 0) return
  const values = deltas.map(({ counter: { organisationId, isProved, isOverdue, ...rest }, delta }) => ({
    ...rest,
    organisation_id: organisationId,
    is_proved: isProved,
    is_overdue: isOverdue,
    count: delta,
  }))
  await tx
    .insertInto('problem_count')
    .values(values)
    .onConflict((on) =>
      on
        .columns(['organisation_id', 'source', 'class', 'state', 'is_proved', 'is_overdue'])
        .doUpdateSet((row) => ({ count: sql<number>`problem_count.count + ${row.ref('excluded.count')}` })),
    )
    .execute()
}

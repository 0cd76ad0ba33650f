import { sql } from 'kysely'
import { columnsOf } from '../../platform/access.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ProblemRow } from './problem-queries.ts'

/** An entry of a problem's timeline. */
export interface NewEvent {
  readonly id: string
  readonly problemId: string
  readonly at: Date
  readonly accountId: string | null
  readonly byName: string
  readonly action: string
  readonly from: string | null
  readonly to: string
  readonly reason: string
  readonly changes: readonly object[]
  /** What the problem was from then on, as a digest; undefined before that was kept. */
  readonly rowHash: string | undefined
}

/** An event with its place in the order of the timeline. */
export interface WrittenEvent extends NewEvent {
  readonly number: number
}

/** Writes the events of one act, in their order, and returns them as they were written. */
export async function insertEvents(tx: Tx, act: string, events: readonly NewEvent[]): Promise<WrittenEvent[]> {
  const values = events.map(({ id, problemId, at, accountId, byName, action, from, to, reason, changes, rowHash }) => ({
    id,
    act,
    problem_id: problemId,
    at,
    account_id: accountId,
    by_name: byName,
    action,
    from_state: from,
    to_state: to,
    reason,
    changes: JSON.stringify(changes),
    row_hash: rowHash,
  }))
  const rows = await tx.insertInto('problem_event').values(values).returning(['id', 'number']).execute()
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  return events.map((event) => ({ ...event, number: numbers.get(event.id) ?? 0 }))
}

/**
 * Ends the versions of problems that hold now and begins those that hold from now on. Who writes later may have begun
 * earlier, or a clock was set back: then the version that ends never held, and the one that follows begins where it did,
 * so that of every instant there is one.
 */
export async function replaceVersions(tx: Tx, problems: readonly ProblemRow[], now: Date): Promise<void> {
  const open = sql`problem_id in (${sql.join(problems.map(({ id }) => id))}) and valid_to = 'infinity'`
  const { rows: unheld } = await sql<{ problem_id: string; valid_from: Date }>`
    delete from problem_version where ${open} and valid_from >= ${now} returning problem_id, valid_from`.execute(tx)
  await sql`update problem_version set valid_to = ${now} where ${open}`.execute(tx)
  const begins = new Map(unheld.map((version) => [version.problem_id, version.valid_from]))
  const values = problems.map((problem) => ({
    problem_id: problem.id,
    valid_from: begins.get(problem.id) ?? now,
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

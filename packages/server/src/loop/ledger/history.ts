import { shortened } from '@duizhao/engine/wording'
import { standingOf } from '@duizhao/contract'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { columnsOf } from '../../platform/access.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { enterSearch, type Searchable } from '../../platform/search/index.ts'
import type { ProblemRow } from './problem-queries.ts'

/** A field that was changed, with what it was and is, in words. */
export interface FieldChange {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** What happened to a problem, and why. */
export interface ProblemDeed {
  readonly action: string
  readonly reason?: string
  readonly changes?: readonly FieldChange[]
}

export interface Change {
  /** null for a problem just registered. */
  readonly before: ProblemRow | null
  readonly after: ProblemRow
  readonly deed: ProblemDeed
}

export interface Doing {
  readonly now: Date
  /** Nobody: the system. Without an account: somebody of whom only the name is known. */
  readonly actor?: { readonly accountId: string | null; readonly personName: string }
}

const AT_ONCE = 500

/**
 * Writes what follows from changes of problems, in the transaction that makes them: the event of the timeline, the row as
 * it stands from now on, the counters along the tree, the entry of the search.
 */
export async function enterHistory(tx: Tx, doing: Doing, changes: readonly Change[]): Promise<void> {
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    const some = changes.slice(from, from + AT_ONCE)
    await insertEvents(tx, doing, some)
    await insertVersions(tx, doing, some)
    await enterSearch(tx, ...some.filter(isSearchedAnew).map(({ after }) => searchable(after)))
  }
  await count(tx, changes)
}

async function insertEvents(tx: Tx, { now, actor }: Doing, changes: readonly Change[]): Promise<void> {
  const values = changes.map(({ before, after, deed }) => ({
    id: newId(),
    problem_id: after.id,
    at: now,
    account_id: actor?.accountId ?? null,
    by_name: actor?.personName ?? '系统',
    action: deed.action,
    from_state: before?.state ?? null,
    to_state: after.state,
    reason: deed.reason ?? '',
    changes: JSON.stringify(deed.changes ?? []),
  }))
  await tx.insertInto('problem_event').values(values).execute()
}

async function insertVersions(tx: Tx, { now }: Doing, changes: readonly Change[]): Promise<void> {
  const known = changes.flatMap(({ before }) => (before ? [before.id] : []))
  if (known.length > 0) {
    const open = (condition: 'before' | 'same') =>
      sql`problem_id in (${sql.join(known)}) and valid_to = 'infinity' and valid_from ${sql.raw(condition === 'same' ? '>=' : '<')} ${now}`
    await sql`delete from problem_version where ${open('same')}`.execute(tx)
    await sql`update problem_version set valid_to = ${now} where ${open('before')}`.execute(tx)
  }
  const values = changes.map(({ after }) => ({
    problem_id: after.id,
    valid_from: now,
    ...columnsOf(after.path),
    organisation_id: after.organisationId,
    source: after.source,
    class: after.class,
    aspect: after.aspect,
    state: after.state,
    text: after.text,
    due_on: after.dueOn,
    struck_off_on: after.struckOffOn,
    proved_on: after.provedOn,
  }))
  await tx.insertInto('problem_version').values(values).execute()
}

function isSearchedAnew({ before, after }: Change): boolean {
  return (
    before === null ||
    before.text !== after.text ||
    before.aspect !== after.aspect ||
    before.organisationId !== after.organisationId
  )
}

const MOST_TITLE = 60

function searchable({ id, number, path, text, aspect, cause }: ProblemRow): Searchable {
  const title = shortened(text, MOST_TITLE)
  const context = [`问题 ${number} 号`, ...(aspect === '' ? [] : [aspect])].join(' · ')
  return { kind: 'problem', id, path, title, context, link: `/problems/${id}`, text: `${text}\n${aspect}\n${cause}` }
}

/** Adds what came and takes away what went, for every organisation from the root down: one lock order, so no deadlocks. */
export async function count(tx: Tx, changes: readonly Pick<Change, 'before' | 'after'>[]): Promise<void> {
  const deltas = new Map<string, { readonly key: CountKey; delta: number }>()
  const add = (row: ProblemRow | null, by: number): void => {
    if (row === null || standingOf(row) === null) return
    for (const [level, organisationId] of row.path.entries()) {
      const key: CountKey = {
        level,
        organisation_id: organisationId,
        source: row.source,
        class: row.class,
        state: row.state,
        is_proved: row.provedOn !== null,
        is_overdue: row.isOverdue,
      }
      const name = JSON.stringify(key)
      const known = deltas.get(name) ?? { key, delta: 0 }
      known.delta += by
      deltas.set(name, known)
    }
  }
  for (const { before, after } of changes) {
    add(before, -1)
    add(after, 1)
  }
  const wanted = [...deltas].filter(([, { delta }]) => delta !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (wanted.length === 0) return
  const values = wanted.map(([, { key, delta }]) => {
    const { level: _, ...columns } = key
    return { ...columns, count: delta }
  })
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

interface CountKey {
  readonly level: number
  readonly organisation_id: string
  readonly source: string
  readonly class: string
  readonly state: string
  readonly is_proved: boolean
  readonly is_overdue: boolean
}

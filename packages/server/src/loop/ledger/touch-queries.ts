import { permissions } from '@duizhao/contract'
import { sql } from 'kysely'
import { type OrganisationPath, pathOf } from '../../platform/access.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** An assignment that was taken back is as if nobody had been asked. */
const TAKEN_BACK: ReadonlySet<string> = new Set(['assign', 'withdrawAssignment'])

/**
 * What was done with problems after they came into the ledger, in its order: their actions, by problem. Nothing where all
 * that was done was to assign it, and that was taken back.
 */
export async function deedsSince(
  db: Database | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('problem_event')
    .select(['problem_id as id', 'action'])
    .where('problem_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('from_state', 'is not', null)
    .orderBy('number')
    .execute()
  const deeds = gathered(rows.map(({ id, action }) => [id, action] as const))
  return new Map(
    [...deeds].filter(
      ([, actions]) => actions.at(-1) !== 'withdrawAssignment' || actions.some((action) => !TAKEN_BACK.has(action)),
    ),
  )
}

/** The numbers of those that were merged into problems, or are asked to be: of that they themselves have no event. */
export async function joinedTo(
  db: Database | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const any = sql<string>`any(${ids}::uuid[])`
  const rows = await db
    .selectFrom('problem')
    .select(['merged_into as into', 'number'])
    .where('merged_into', '=', any)
    .union(db.selectFrom('problem').select(['merge_into as into', 'number']).where('merge_into', '=', any))
    .orderBy('number')
    .execute()
  return gathered(rows.flatMap(({ into, number }) => (into === null ? [] : [[into, number] as const])))
}

function gathered<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const by = Map.groupBy(pairs, ([id]) => id)
  return new Map([...by].map(([id, found]) => [id, found.map(([, value]) => value)]))
}

/** How a problem came: where it lay then, and on which day that was entered. */
export interface Entry {
  readonly path: OrganisationPath
  readonly enteredOn: string
}

export async function entriesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('problem_version')
    .distinctOn('problem_id')
    .select(['problem_id as id', 'valid_from as at', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'])
    .where('problem_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('problem_id')
    .orderBy('valid_from')
    .execute()
  return new Map(rows.map((row) => [row.id, { path: pathOf(row), enteredOn: dateInChina(row.at) }]))
}

/** The accounts that brought problems into the ledger. */
export async function broughtBy(db: Database | Tx, problemId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('problem_event')
    .select('account_id as id')
    .where('problem_id', '=', problemId)
    .where('from_state', 'is', null)
    .execute()
  return rows.flatMap(({ id }) => id ?? [])
}

/**
 * The organisations, of those problems lie at and below, for which whoever brought them into the ledger was granted to do
 * so then, by problem: what became of the grant since does not matter.
 */
export async function grantsBroughtBy(
  db: Database | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly OrganisationPath[]>> {
  const rows = await db
    .selectFrom('problem_event')
    .innerJoin('problem', 'problem.id', 'problem_event.problem_id')
    .innerJoin('role_grant', 'role_grant.account_id', 'problem_event.account_id')
    .innerJoin('organisation', 'organisation.id', 'role_grant.organisation_id')
    .select(['problem_id as problemId', 'organisation.a1', 'organisation.a2', 'organisation.a3', 'organisation.a4'])
    .select(['organisation.a5', 'organisation.a6', 'organisation.a7', 'organisation.a8'])
    .where('problem_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('from_state', 'is', null)
    .where('role_grant.role', 'in', permissions['problem.write'])
    .where('role_grant.granted_at', '<=', sql<Date>`problem_event.at`)
    .where(sql<boolean>`coalesce(role_grant.revoked_at > problem_event.at, true)`)
    .where(
      sql<boolean>`organisation.id in (problem.a1, problem.a2, problem.a3, problem.a4, problem.a5, problem.a6, problem.a7, problem.a8)`,
    )
    .execute()
  return gathered(rows.map(({ problemId, ...levels }) => [problemId, pathOf(levels)]))
}

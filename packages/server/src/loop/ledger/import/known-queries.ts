import { openStates, type ProblemState } from '@duizhao/contract'
import { sql } from 'kysely'
import { levelColumn, pathOf } from '../../../platform/access.ts'
import type { Database } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { OrganisationRow } from '../../../office/organisation/index.ts'
import { touchedAmong } from '../hand-queries.ts'
import { type OriginRow, originRows } from '../origin-queries.ts'
import { problemRow, type ProblemRow } from '../problem-queries.ts'

/** A problem that may be the one a line tells of. */
export interface Candidate {
  readonly id: string
  readonly number: number
  readonly organisationId: string
  readonly organisationName: string
  readonly text: string
  readonly importKey: string | null
  readonly source: string
  readonly class: string
  readonly aspect: string
  readonly dueOn: string | null
  readonly state: ProblemState
}

/** A problem as it is, with what an import compares. */
export interface KnownProblem extends ProblemRow {
  readonly organisationName: string
  readonly leadName: string | null
  readonly handlerName: string | null
  /** True if somebody ever had a hand in it: its deadline stands. */
  readonly isTouched: boolean
  readonly measures: readonly KnownMeasure[]
  /** Where it was taken from, be it seen there or not. */
  readonly origins: readonly OriginRow[]
  /** The texts of its progress. */
  readonly progress: readonly string[]
}

export interface KnownMeasure {
  readonly id: string
  readonly position: number
  readonly text: string
  readonly responsible: string
  readonly coUnit: string
  readonly dueOn: string | null
  readonly earlyOn: string | null
  readonly funding: string
  readonly contingency: string
  readonly doneOn: string | null
}

/** An organisation that problems may be put into. */
export type Unit = Pick<OrganisationRow, 'id' | 'name' | 'path'>

/** The organisations below another that bear one of the names. */
export async function organisationsNamed(
  db: Database | Tx,
  { id, level }: OrganisationRow,
  names: readonly string[],
): Promise<Unit[]> {
  if (names.length === 0) return []
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'])
    .where(levelColumn(level), '=', id)
    .where('id', '!=', id)
    .where('name', 'in', names)
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, path: pathOf(row) }))
}

/** Problems that came with the same imports as others and are still to be rectified, but are not among them. */
export async function missingBeside(
  db: Database | Tx,
  organisation: OrganisationRow,
  { ids, limit }: { readonly ids: readonly string[]; readonly limit: number },
) {
  const any = sql<string>`any(${ids}::uuid[])`
  const rows = await below(db, organisation)
    .select([sql<number>`(count(*) over ())::int`.as('count')])
    .where('state', 'in', [...openStates, 'closure_claimed'])
    .where('problem.id', '!=', sql<string>`all(${ids}::uuid[])`)
    .where('import_id', 'in', (of) =>
      of.selectFrom('problem').select('import_id').where('id', '=', any).where('import_id', 'is not', null),
    )
    .orderBy('number')
    .limit(limit)
    .execute()
  return {
    count: rows[0]?.count ?? 0,
    first: rows.map(({ id, number, text, organisationName, state }) => ({ id, number, text, organisationName, state })),
  }
}

/** How many rows are looked through for one that was registered by hand and has the same words. */
const MOST_LOOKED_THROUGH = 100_000

function below(db: Database | Tx, { id, level }: OrganisationRow) {
  return db
    .selectFrom('organisation')
    .innerJoin('problem', 'problem.organisation_id', 'organisation.id')
    .select([
      'problem.id',
      'problem.number',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
    ])
    .select(['problem.text', 'import_key as importKey', 'source', 'class', 'aspect', 'due_on as dueOn', 'state'])
    .where(`organisation.${levelColumn(level)}`, '=', id)
}

export async function problemsByKey(
  db: Database | Tx,
  organisation: OrganisationRow,
  keys: readonly string[],
): Promise<Candidate[]> {
  return below(db, organisation)
    .where('import_key', '=', sql<string>`any(${keys}::text[])`)
    .execute()
}

/** Problems at and below an organisation, the newest first, for comparing their words. */
export async function problemsBelow(db: Database | Tx, organisation: OrganisationRow): Promise<Candidate[]> {
  return below(db, organisation)
    .where('state', 'not in', ['superseded', 'withdrawn'])
    .orderBy('problem.id', 'desc')
    .limit(MOST_LOOKED_THROUGH)
    .execute()
}

/** The problems with these ids with all that is compared; for `lock`, held until the transaction ends. */
export async function knownProblems(
  db: Database | Tx,
  ids: readonly string[],
  { lock }: { readonly lock: boolean },
): Promise<Map<string, KnownProblem>> {
  if (ids.length === 0) return new Map()
  const any = sql<string>`any(${ids}::uuid[])`
  if (lock) await db.selectFrom('problem').select('id').where('id', '=', any).orderBy('id').forUpdate().execute()
  const [problems, measures, progress, touched, origins] = await Promise.all([
    problemsWithNames(db, ids),
    db
      .selectFrom('measure')
      .select(['id', 'problem_id', 'position', 'text', 'responsible', 'co_unit as coUnit', 'funding', 'contingency'])
      .select(['due_on as dueOn', 'early_on as earlyOn', 'done_on as doneOn'])
      .where('problem_id', '=', any)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db.selectFrom('progress').select(['problem_id', 'text']).where('problem_id', '=', any).execute(),
    touchedAmong(db, ids),
    originRows(db, ids),
  ])
  const originsBy = Map.groupBy(origins, (row) => row.problemId)
  const measuresBy = Map.groupBy(measures, (row) => row.problem_id)
  const progressBy = Map.groupBy(progress, (row) => row.problem_id)
  return new Map(
    problems.map((row) => [
      row.id,
      {
        ...toKnown(row),
        isTouched: touched.has(row.id),
        origins: originsBy.get(row.id) ?? [],
        measures: (measuresBy.get(row.id) ?? []).map(toMeasure),
        progress: (progressBy.get(row.id) ?? []).map(({ text }) => text),
      },
    ]),
  )
}

function toMeasure(row: KnownMeasure & { readonly problem_id: string }): KnownMeasure {
  const { problem_id: _, ...measure } = row
  return measure
}

async function problemsWithNames(db: Database | Tx, ids: readonly string[]) {
  return db
    .selectFrom('problem')
    .innerJoin('organisation', 'organisation.id', 'problem.organisation_id')
    .leftJoin('person as lead', 'lead.id', 'problem.lead_id')
    .leftJoin('person as handler', 'handler.id', 'problem.handler_id')
    .selectAll('problem')
    .select(['organisation.name as organisationName', 'lead.name as leadName', 'handler.name as handlerName'])
    .where('problem.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

function toKnown(
  row: Awaited<ReturnType<typeof problemsWithNames>>[number],
): Omit<KnownProblem, 'isTouched' | 'measures' | 'origins' | 'progress'> {
  const { organisationName, leadName, handlerName } = row
  return { ...problemRow(row), organisationName, leadName, handlerName }
}

/** The people at and below an organisation who bear one of the names and have not left. */
export async function peopleBelow(
  db: Database | Tx,
  { id, level }: OrganisationRow,
  names: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (names.length === 0) return []
  return db
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select(['person.id', 'person.name'])
    .where(`organisation.${levelColumn(level)}`, '=', id)
    .where('person.left_at', 'is', null)
    .where('person.name', 'in', names)
    .execute()
}

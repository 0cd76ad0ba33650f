import type { ApprovalStep, ProblemClass, ProblemSource, ProblemState } from '@duizhao/contract'
import { columnsOf, type OrganisationPath, pathOf } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { DB } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { handsIn } from './hand-queries.ts'
import { deedsSince, grantsBroughtBy, joinedTo } from './touch-queries.ts'
import { takeUnitNumbers } from './unit-number-queries.ts'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'

/** A problem where a use case needs it. */
export interface ProblemRow {
  readonly id: string
  readonly number: number
  readonly organisationId: string
  readonly path: OrganisationPath
  readonly source: ProblemSource
  /** Every source it ever had. */
  readonly sources: readonly ProblemSource[]
  readonly inspectionId: string | null
  /** The meeting at which it was found. */
  readonly meetingId: string | null
  readonly aspect: string
  readonly text: string
  readonly cause: string
  readonly goal: string
  readonly class: ProblemClass
  readonly leadId: string | null
  readonly handlerId: string | null
  /** Whom a personal problem is about; null for any other. */
  readonly aboutId: string | null
  readonly dueOn: string | null
  readonly state: ProblemState
  readonly isOverdue: boolean
  /** The levels of its approval, fixed when its strike-off was asked for; null before. */
  readonly chain: readonly ApprovalStep[] | null
  readonly approvals: number
  readonly approverIds: readonly string[]
  readonly requestedBy: string | null
  readonly result: string
  readonly exception: string
  readonly registeredOn: string
  readonly struckOffOn: string | null
  readonly lookBackOn: string | null
  readonly provedOn: string | null
  readonly relapseOf: string | null
  readonly splitFrom: string | null
  readonly mergedInto: string | null
  /** Into which somebody asks to merge it, and who. */
  readonly mergeInto: string | null
  readonly mergeAskedBy: string | null
  /** The import that brought it. */
  readonly importId: string | null
  /** Written demands that wait for an answer: kept by the feature that issues them. */
  readonly openNotices: number
  readonly version: number
}

/** A row of the table as use cases know it. */
export function problemRow(row: Selectable<DB['problem']>): ProblemRow {
  return {
    id: row.id,
    number: row.number,
    organisationId: row.organisation_id,
    path: pathOf(row),
    source: row.source,
    sources: row.sources as ProblemSource[],
    inspectionId: row.inspection_id,
    meetingId: row.meeting_id,
    aspect: row.aspect,
    text: row.text,
    cause: row.cause,
    goal: row.goal,
    class: row.class,
    leadId: row.lead_id,
    handlerId: row.handler_id,
    aboutId: row.about_person_id,
    dueOn: row.due_on,
    state: row.state,
    isOverdue: row.is_overdue,
    chain: row.chain as ApprovalStep[] | null,
    approvals: row.approvals,
    approverIds: row.approver_ids,
    requestedBy: row.requested_by,
    result: row.result,
    exception: row.exception,
    registeredOn: row.registered_on,
    struckOffOn: row.struck_off_on,
    lookBackOn: row.look_back_on,
    provedOn: row.proved_on,
    relapseOf: row.relapse_of,
    splitFrom: row.split_from,
    mergedInto: row.merged_into,
    mergeInto: row.merge_into,
    mergeAskedBy: row.merge_asked_by,
    importId: row.import_id,
    openNotices: row.open_notices,
    version: row.version,
  }
}

export async function problemById(db: Database | Tx, id: string): Promise<ProblemRow | undefined> {
  const row = await db.selectFrom('problem').selectAll().where('id', '=', id).executeTakeFirst()
  return row && problemRow(row)
}

/** The problem of a number, locked until the transaction ends. */
export async function numberedForUpdate(tx: Tx, number: number): Promise<ProblemRow | undefined> {
  const row = await tx.selectFrom('problem').selectAll().where('number', '=', number).forUpdate().executeTakeFirst()
  return row && problemRow(row)
}

/** The problem, locked until the transaction ends. */
export async function problemForUpdate(tx: Tx, id: string): Promise<ProblemRow | undefined> {
  const row = await tx.selectFrom('problem').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && problemRow(row)
}

/** Those that came with an import as done and were not confirmed yet, locked until the transaction ends. */
export async function claimedForUpdate(tx: Tx, importId: string): Promise<ProblemRow[]> {
  const rows = await tx
    .selectFrom('problem')
    .selectAll()
    .where('import_id', '=', importId)
    .where('state', '=', 'closure_claimed')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(problemRow)
}

/** How many of an import wait to be confirmed. */
export async function countClaimed(db: Database | Tx, importId: string): Promise<number> {
  const { count } = await db
    .selectFrom('problem')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('import_id', '=', importId)
    .where('state', '=', 'closure_claimed')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A number is given once, when a problem is registered; the order of units and people the database keeps. */
type Kept = 'number' | 'unit_number' | 'numbered_by' | 'unit_order' | 'lead_order' | 'handler_order'

/** What is written of a problem: the state not, that is for the machine. */
export type NewProblem = Omit<Insertable<DB['problem']>, 'a1' | 'state' | Kept> & {
  readonly path: OrganisationPath
}
export type ProblemChange = Omit<Updateable<DB['problem']>, 'state' | Kept> & { readonly path?: OrganisationPath }
type InState = { readonly state: ProblemState }

const AT_ONCE = 500

/** Inserts problems, in their order, each with the next number of its unit, and returns them as they are now. */
export async function insertProblems(tx: Tx, problems: readonly (NewProblem & InState)[]): Promise<ProblemRow[]> {
  const rows: ProblemRow[] = []
  const numbered = await withUnitNumbers(tx, problems)
  for (let from = 0; from < numbered.length; from += AT_ONCE) {
    const values = numbered.slice(from, from + AT_ONCE).map(({ path, ...rest }) => ({ ...rest, ...columnsOf(path) }))
    const inserted = await tx.insertInto('problem').values(values).returningAll().execute()
    rows.push(...inserted.map(problemRow))
  }
  return rows
}

async function withUnitNumbers<T extends { readonly organisation_id: string }>(tx: Tx, problems: readonly T[]) {
  const counts = new Map<string, number>()
  const placed = problems.map((problem) => {
    const before = counts.get(problem.organisation_id) ?? 0
    counts.set(problem.organisation_id, before + 1)
    return { problem, before }
  })
  const first = counts.size === 0 ? new Map<string, number>() : await takeUnitNumbers(tx, counts)
  return placed.map(({ problem, before }) => ({
    ...problem,
    unit_number: (first.get(problem.organisation_id) ?? 1) + before,
    numbered_by: problem.organisation_id,
  }))
}

export async function updateProblem(
  tx: Tx,
  id: string,
  { path, ...change }: ProblemChange & InState,
): Promise<ProblemRow> {
  const row = await tx
    .updateTable('problem')
    .set((builder) => ({ ...change, ...(path ? columnsOf(path) : {}), version: builder('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return problemRow(row)
}

/** Changes problems alike, all at once, and returns them as they are now, by id. */
export async function updateProblems(
  tx: Tx,
  ids: readonly string[],
  change: Omit<ProblemChange, 'path'> & InState,
): Promise<ReadonlyMap<string, ProblemRow>> {
  const rows = await tx
    .updateTable('problem')
    .set((builder) => ({ ...change, version: builder('version', '+', 1) }))
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .returningAll()
    .execute()
  return new Map(rows.map((row) => [row.id, problemRow(row)]))
}

/** What the guards of the state machine ask about. */
export async function guardFacts(
  db: Database | Tx,
  problemId: string,
): Promise<{
  readonly pendingExtensionBy: string | null
  readonly handIds: readonly string[]
  readonly isWorkedOn: boolean
  readonly isActedOn: boolean
  readonly isJoined: boolean
  readonly broughtFor: readonly OrganisationPath[]
}> {
  const [extension, hands, deeds, joined] = await Promise.all([
    db
      .selectFrom('extension')
      .select('requested_by')
      .where('problem_id', '=', problemId)
      .where('decided_at', 'is', null)
      .executeTakeFirst(),
    handsIn(db, problemId),
    deedsSince(db, [problemId]),
    joinedTo(db, [problemId]),
  ])
  // Once somebody has acted on it, it is not taken back, whoever brought it.
  const brought = deeds.has(problemId) ? null : await grantsBroughtBy(db, [problemId])
  return {
    pendingExtensionBy: extension?.requested_by ?? null,
    handIds: hands.map(({ personId }) => personId),
    isWorkedOn: hands.some(({ deed }) => deed === 'worked'),
    isActedOn: deeds.has(problemId),
    isJoined: joined.has(problemId),
    broughtFor: brought?.get(problemId) ?? [],
  }
}

/** Keeps that a problem also comes from the sources of one merged into it. */
export async function addSources(tx: Tx, id: string, sources: readonly ProblemSource[]): Promise<void> {
  // The database keeps those it had.
  await tx
    .updateTable('problem')
    .set({ sources: [...sources] })
    .where('id', '=', id)
    .execute()
}

/** Marks open problems whose deadline is over, at most so many; returns them as they are now. */
export async function markOverdue(tx: Tx, { today, now }: { today: string; now: Date }): Promise<ProblemRow[]> {
  const rows = await tx
    .updateTable('problem')
    .set({ changed_at: now })
    .where('id', 'in', (builder) =>
      builder
        .selectFrom('problem')
        .select('id')
        .where('is_open', '=', true)
        .where('is_overdue', '=', false)
        .where('due_on', '<', today)
        .orderBy('due_on')
        .limit(AT_ONCE)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute()
  return rows.map(problemRow)
}

/** Says at which meeting a problem was found. */
export async function nameMeetingOf(tx: Tx, problemId: string, meetingId: string): Promise<void> {
  await tx.updateTable('problem').set({ meeting_id: meetingId }).where('id', '=', problemId).execute()
}

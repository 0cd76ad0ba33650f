import {
  type LedgerStatistics,
  openStates,
  type Page,
  type ProblemClass,
  problemClasses,
  type ProblemSource,
  problemSources,
  type ProblemState,
  type Standing,
  standingOf,
  uncountedStates,
} from '@duizhao/contract'
import { sql } from 'kysely'
import { levelColumn } from '../../platform/access.ts'
import { endOfDay } from '../../platform/calendar/index.ts'
import { seenProblems } from './personal-queries.ts'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import { page } from '../../platform/database/paging.ts'
import { enteredAfter, flowsByMonth } from './flow-queries.ts'
import { childrenAsOf, nameAsOf, type OrganisationRow, type OrganisationThen } from '../../office/organisation/index.ts'

/** A number of problems alike in everything that is counted. */
interface Cell {
  readonly organisationId: string
  readonly source: string
  readonly class: string
  readonly state: string
  readonly isProved: boolean
  readonly isOverdue: boolean
  readonly count: number
}

type Count = LedgerStatistics['total']
const MOST_CHILDREN = 500

/** The counts of an organisation, from the counters along the tree: no row is counted, at whatever level. */
export async function statisticsNow(
  db: Database,
  organisation: Pick<OrganisationRow, 'id' | 'name'>,
  today: string,
): Promise<LedgerStatistics> {
  const children = await childrenOf(db, organisation.id)
  const ids = [organisation.id, ...children.map(({ id }) => id)]
  const cells = await db
    .selectFrom('problem_count')
    .select([
      'organisation_id as organisationId',
      'source',
      'class',
      'state',
      'is_proved as isProved',
      'is_overdue as isOverdue',
      'count',
    ])
    .where('organisation_id', 'in', ids)
    .execute()
  return assemble({ organisation, children, cells, asOf: today, enteredSince: { registered: 0, struckOff: 0 } })
}

async function childrenOf(db: Database, organisationId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('parent_id', '=', organisationId)
    .orderBy('position')
    .orderBy('name')
    .limit(MOST_CHILDREN)
    .execute()
}

interface Parts {
  readonly organisation: Pick<OrganisationRow, 'id' | 'name'>
  readonly children: readonly { readonly id: string; readonly name: string }[]
  readonly cells: readonly Cell[]
  readonly asOf: string
  readonly enteredSince: LedgerStatistics['enteredSince']
}

function assemble({ organisation, children, cells, asOf, enteredSince }: Parts): LedgerStatistics {
  const byPlace = Map.groupBy(cells, ({ organisationId }) => organisationId)
  const own = byPlace.get(organisation.id) ?? []
  return {
    organisation: { id: organisation.id, name: organisation.name },
    asOf,
    enteredSince,
    total: sum(own),
    byOrganisation: children.map(({ id, name }) => ({ id, name, ...sum(byPlace.get(id) ?? []) })),
    bySource: problemSources.map((source) => ({ source, ...sum(own.filter((cell) => cell.source === source)) })),
    byClass: problemClasses.map((kind) => ({ class: kind, ...sum(own.filter((cell) => cell.class === kind)) })),
  }
}

function sum(cells: readonly Cell[]): Count {
  const counts: Record<Standing, number> = { done: 0, sustained: 0, going: 0, claimed: 0 }
  let [imported, onPaper, proved, overdue] = [0, 0, 0, 0]
  for (const { state, class: kind, isProved, isOverdue, count } of cells) {
    const standing = standingOf({ state: state as ProblemState, class: kind as ProblemClass })
    if (standing !== null) counts[standing] += count
    if (state === 'closed_on_import') imported += count
    if (state === 'struck_off_on_paper') onPaper += count
    if (isProved) proved += count
    if (isOverdue) overdue += count
  }
  return { ...counts, imported, onPaper, overdue, proved }
}

/** The same on an earlier day, counted from the rows as they stood at its end, in the tree of that day. */
export async function statisticsAsOf(
  db: Database,
  organisation: OrganisationThen,
  asOf: string,
): Promise<LedgerStatistics> {
  const { id, level } = organisation
  const child = level < 8 ? sql.ref<string | null>(levelColumn(level + 1)) : sql<string | null>`null::uuid`
  const rows = await db
    .selectFrom('problem_version')
    .select([
      child.as('childId'),
      'source',
      'class',
      'state',
      sql<boolean>`proved_on is not null`.as('isProved'),
      sql<boolean>`coalesce(due_on < ${asOf}::date, false) and state in (${sql.join([...openStates])})`.as('isOverdue'),
      (count) => count.fn.countAll<number>().as('count'),
    ])
    .where(levelColumn(level), '=', id)
    .where('valid_from', '<', endOfDay(asOf))
    .where('valid_to', '>=', endOfDay(asOf))
    .groupBy([sql`1`, 'source', 'class', 'state', sql`5`, sql`6`])
    .execute()
  const children = await childrenAsOf(db, id, { instant: endOfDay(asOf), limit: MOST_CHILDREN })
  return assemble({
    organisation,
    children,
    asOf,
    enteredSince: await enteredAfter(db, id, asOf),
    cells: rows.flatMap(({ childId, ...cell }) => [
      { ...cell, organisationId: id },
      ...(childId === null ? [] : [{ ...cell, organisationId: childId }]),
    ]),
  })
}

export interface PastPage {
  readonly asOf: string
  readonly after?: string | undefined
  readonly limit: number
}

/**
 * The ledger of an organisation as it stood at the end of a day, in order of number; marked where something changed since.
 * What the actor may not see today is there, as it was counted, but not told.
 */
export async function pageAsOf(
  db: Database,
  actor: Actor,
  { id, level }: OrganisationThen,
  { asOf, ...paging }: PastPage,
): Promise<
  Page<{
    id: string
    number: number
    organisationName: string
    text: string | null
    source: ProblemSource
    class: ProblemClass
    state: ProblemState
    dueOn: string | null
    changedSince: boolean
  }>
> {
  const query = db
    .selectFrom('problem_version')
    .innerJoin('problem', 'problem.id', 'problem_version.problem_id')
    .select((of) => [
      'problem.id',
      'problem.number',
      nameAsOf('problem_version.organisation_id', endOfDay(asOf)).as('organisationName'),
      of
        .case()
        .when(seenProblems(of, 'problem', { actor, permission: 'problem.read' }))
        .then(of.ref('problem_version.text'))
        .end()
        .as('text'),
      'problem_version.source',
      'problem_version.class',
      'problem_version.state',
      'problem_version.due_on as dueOn',
      sql<boolean>`problem_version.valid_to <> 'infinity'`.as('changedSince'),
    ])
    .where(`problem_version.${levelColumn(level)}`, '=', id)
    .where('problem_version.valid_from', '<', endOfDay(asOf))
    .where('problem_version.valid_to', '>=', endOfDay(asOf))
    .where('problem_version.state', '!=', 'withdrawn')
  const { items, next } = await page(query, [{ column: 'problem.number', property: 'number' }], paging)
  return {
    items: items.map((row) => ({
      ...row,
      source: row.source as ProblemSource,
      class: row.class as ProblemClass,
      state: row.state as ProblemState,
    })),
    next,
  }
}

interface StandingRow {
  readonly id: string
  readonly number: number
  readonly standing: Standing
  readonly isOverdue: boolean
}

/** The problems that count at the end of a day, and as what: the first of them by number. */
export async function standingsAsOf(
  db: Database,
  { id, level }: OrganisationThen,
  { asOf, limit }: { readonly asOf: string; readonly limit: number },
): Promise<StandingRow[]> {
  const rows = await db
    .selectFrom('problem_version')
    .innerJoin('problem', 'problem.id', 'problem_version.problem_id')
    .select([
      'problem.id',
      'problem.number',
      'problem_version.state',
      'problem_version.class',
      sql<boolean>`coalesce(problem_version.due_on < ${asOf}::date, false) and problem_version.state in (${sql.join([...openStates])})`.as(
        'isOverdue',
      ),
    ])
    .where(`problem_version.${levelColumn(level)}`, '=', id)
    .where('problem_version.valid_from', '<', endOfDay(asOf))
    .where('problem_version.valid_to', '>=', endOfDay(asOf))
    .where('problem_version.state', 'not in', [...uncountedStates])
    .orderBy('problem.number')
    .limit(limit)
    .execute()
  return rows.flatMap(({ state, class: kind, ...row }) => {
    const standing = standingOf({ state: state as ProblemState, class: kind as ProblemClass })
    return standing === null ? [] : [{ ...row, standing }]
  })
}

const MOST_ASPECTS = 100
const MONTHS = 24

/** Counts by aspect, read from the rows of the subtree, and what came and was struck off month by month. */
export async function breakdown(db: Database, { id, level }: OrganisationRow, today: string) {
  const [aspects, byMonth] = await Promise.all([
    db
      .selectFrom('problem')
      .select(['aspect', 'state', 'class', (count) => count.fn.countAll<number>().as('count')])
      .select(sql<boolean>`is_open and due_order < ${today}`.as('isOverdue'))
      .where(levelColumn(level), '=', id)
      .groupBy(['aspect', 'state', 'class', sql`5`])
      .execute(),
    flowsByMonth(db, id, MONTHS),
  ])
  const byAspect = [...Map.groupBy(aspects, ({ aspect }) => aspect)].map(([aspect, cells]) => {
    const { done, sustained, going, claimed, overdue } = sum(
      cells.map((cell) => ({ ...cell, organisationId: id, source: '', isProved: false })),
    )
    return { aspect, done, sustained, going, claimed, overdue }
  })
  return { byAspect: byAspect.toSorted((a, b) => totalOf(b) - totalOf(a)).slice(0, MOST_ASPECTS), byMonth }
}

function totalOf({ done, sustained, going, claimed }: Readonly<Record<Standing, number>>): number {
  return done + sustained + going + claimed
}

import {
  isOpen,
  type Page,
  type Problem,
  type ProblemClass,
  type ProblemSource,
  type ProblemState,
  type problemFilters,
} from '@duizhao/contract'
import { sql } from 'kysely'
import type { z } from 'zod'
import { levelColumn, visible } from '../access.ts'
import { workdaysBetween, type WorkdayExceptions } from '../calendar/index.ts'
import type { Actor } from '../context.ts'
import type { Database } from '../database/pool.ts'
import { page } from '../database/paging.ts'
import type { Tx } from '../database/transaction.ts'
import { searchCondition } from '../search/index.ts'

type Filters = z.output<z.ZodObject<typeof problemFilters>>

/** What a list is narrowed to; an organisation with its level, once it is known that the actor may read it. */
export interface ListQuery extends Omit<Filters, 'organisationId'> {
  readonly organisation: { readonly id: string; readonly level: number } | null
  readonly today: string
}

function problems(db: Database | Tx) {
  return db
    .selectFrom('problem')
    .select([
      'id',
      'number',
      'organisation_id as organisationId',
      'source',
      'aspect',
      'text',
      'cause',
      'goal',
      'class',
      'state',
      'lead_id as leadId',
      'handler_id as handlerId',
      'due_on as dueOn',
      'due_order as dueOrder',
      'registered_on as registeredOn',
      'struck_off_on as struckOffOn',
      'look_back_on as lookBackOn',
      'proved_on as provedOn',
      'relapse_of as relapseOf',
      'version',
    ])
}

export type ListedRow = Awaited<ReturnType<ReturnType<typeof problems>['execute']>>[number]

export interface Today {
  readonly today: string
  readonly exceptions: WorkdayExceptions
}

/**
 * The rows with the names of what they point to. Asked for after the page, by key: planning one query over five tables
 * took longer than these few together.
 */
export async function withNames(db: Database | Tx, rows: readonly ListedRow[], at: Today): Promise<Problem[]> {
  const [organisations, people, origins] = await Promise.all([
    namesIn(
      db,
      'organisation',
      rows.map(({ organisationId }) => organisationId),
    ),
    namesIn(
      db,
      'person',
      rows.flatMap(({ leadId, handlerId }) => [leadId, handlerId]),
    ),
    numbersOf(
      db,
      rows.map(({ relapseOf }) => relapseOf),
    ),
  ])
  const person = (id: string | null) => (id === null ? null : { id, name: people.get(id) ?? '' })
  return rows.map(({ organisationId, leadId, handlerId, relapseOf, ...row }) => ({
    ...row,
    source: row.source as ProblemSource,
    class: row.class as ProblemClass,
    state: row.state as ProblemState,
    organisation: { id: organisationId, name: organisations.get(organisationId) ?? '' },
    lead: person(leadId),
    handler: person(handlerId),
    relapseOf: relapseOf === null ? null : { id: relapseOf, number: origins.get(relapseOf) ?? 0 },
    overdueDays:
      isOpen(row.state as ProblemState) && row.dueOn !== null && row.dueOn < at.today
        ? workdaysBetween(row.dueOn, at.today, at.exceptions)
        : 0,
  }))
}

async function namesIn(
  db: Database | Tx,
  table: 'organisation' | 'person',
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${wanted}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function numbersOf(db: Database | Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, number>> {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('problem').select(['id', 'number']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** Said in words, not as a parameter: only so do the indexes of what is open serve a plan that is kept. */
const OPEN = sql<boolean>`is_open`

/** The rows a question asks for, of those the actor may read. */
export function narrowed(db: Database | Tx, actor: Actor, query: ListQuery) {
  const { organisation, standing, today, text } = query
  let wanted = problems(db)
  wanted =
    organisation === null
      ? wanted.where((builder) => visible(builder, 'problem', { actor, permission: 'problem.read' }))
      : wanted.where(`problem.${levelColumn(organisation.level)}`, '=', organisation.id)
  if (standing === 'open') wanted = wanted.where(OPEN)
  if (standing === 'overdue') wanted = wanted.where(OPEN).where('problem.due_order', '<', today)
  if (standing === 'done') wanted = wanted.where('problem.state', '=', 'struck_off')
  if (standing === 'sustained') wanted = wanted.where(OPEN).where('problem.class', '=', 'sustained')
  if (standing === 'going') wanted = wanted.where(OPEN).where('problem.class', '!=', 'sustained')
  if (query.state !== undefined) wanted = wanted.where('problem.state', '=', query.state)
  if (query.source !== undefined) wanted = wanted.where('problem.source', '=', query.source)
  if (query.class !== undefined) wanted = wanted.where('problem.class', '=', query.class)
  if (query.aspect !== undefined && query.aspect !== '') wanted = wanted.where('problem.aspect', '=', query.aspect)
  if (query.dueFrom !== undefined) wanted = wanted.where('problem.due_order', '>=', query.dueFrom)
  if (query.dueTo !== undefined) wanted = wanted.where('problem.due_order', '<=', query.dueTo)
  if (query.registeredMonth !== undefined)
    wanted = wanted
      .where('problem.registered_on', '>=', `${query.registeredMonth}-01`)
      .where('problem.registered_on', '<', sql<string>`(${`${query.registeredMonth}-01`}::date + interval '1 month')`)
  const personId = query.isMine ? actor.personId : query.personId
  if (personId !== undefined)
    wanted = wanted.where((builder) =>
      builder.or([builder('problem.lead_id', '=', personId), builder('problem.handler_id', '=', personId)]),
    )
  const asked = text === '' ? null : searchCondition(text)
  if (asked !== null)
    wanted = wanted.where((builder) =>
      builder(
        'problem.id',
        'in',
        builder.selectFrom('search_entry').select('search_entry.id').where('kind', '=', 'problem').where(asked),
      ),
    )
  return wanted
}

const BY_DEADLINE = [
  { column: 'due_order', property: 'dueOrder' },
  { column: 'id', property: 'id' },
]

/** A page of the ledger, the nearest deadline first, what has none last. */
export async function problemsPage(
  db: Database,
  actor: Actor,
  {
    exceptions,
    after,
    limit,
    ...query
  }: ListQuery & Today & { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Problem>> {
  const { items, next } = await page(narrowed(db, actor, query), BY_DEADLINE, { after, limit })
  return { items: await withNames(db, items, { today: query.today, exceptions }), next }
}

export async function listedProblem(db: Database | Tx, id: string, today: Today): Promise<Problem | undefined> {
  const rows = await problems(db).where('id', '=', id).execute()
  const [listed] = await withNames(db, rows, today)
  return listed
}

import {
  closedStates,
  isOpen,
  type Neighbours,
  type Page,
  type Problem,
  type problemFilters,
  type ProblemSort,
  uncountedStates,
} from '@duizhao/contract'
import { sql } from 'kysely'
import type { z } from 'zod'
import { levelColumn } from '../../platform/access.ts'
import { workdaysBetween, type WorkdayExceptions } from '../../platform/calendar/index.ts'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import { beyond, cursorAt, page } from '../../platform/database/paging.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { numberIn, searchCondition } from '../../platform/search/index.ts'
import { numberedIds, ownUnits } from './numbered-queries.ts'
import { orderOf } from './order-queries.ts'
import { notOthersOwn, problemSearches, seenProblems } from './personal-queries.ts'

type Filters = z.output<z.ZodObject<typeof problemFilters>>

/** What a list is narrowed to; an organisation with its level, once it is known that the actor may read it. */
export interface ListQuery extends Omit<Filters, 'organisationId'> {
  readonly organisation: { readonly id: string; readonly level: number } | null
  /** Only these. */
  readonly problemIds?: readonly string[]
  readonly today: string
}

function problems(db: Database | Tx) {
  return db
    .selectFrom('problem')
    .select([
      'id',
      'number',
      'unit_number as unitNumber',
      'numbered_by as numberedById',
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
      'about_person_id as aboutId',
      'due_on as dueOn',
      'registered_on as registeredOn',
      'struck_off_on as struckOffOn',
      'look_back_on as lookBackOn',
      'proved_on as provedOn',
      'relapse_of as relapseOf',
      'version',
    ])
    .select([
      // By key for each row that is shown, in the same question: a join would be weighed for all that are not.
      sql<string>`(select name from organisation where organisation.id = problem.organisation_id)`.as(
        'organisationName',
      ),
      sql<string | null>`(select name from organisation where organisation.id = problem.numbered_by)`.as(
        'numberedByName',
      ),
      sql<string | null>`(select name from person where person.id = problem.lead_id)`.as('leadName'),
      sql<string | null>`(select name from person where person.id = problem.handler_id)`.as('handlerName'),
      sql<string | null>`(select name from person where person.id = problem.about_person_id)`.as('aboutName'),
      sql<number | null>`(select origin.number from problem as origin where origin.id = problem.relapse_of)`.as(
        'originNumber',
      ),
    ])
}

export type ListedRow = Awaited<ReturnType<ReturnType<typeof problems>['execute']>>[number]

export interface Today {
  readonly today: string
  readonly exceptions: WorkdayExceptions
}

/** A row as the ledger shows it. */
export function toProblem(row: ListedRow, { today, exceptions }: Today): Problem {
  const { organisationId, organisationName, leadId, leadName, handlerId, handlerName, relapseOf, originNumber } = row
  const { state, aboutId, aboutName, numberedById, numberedByName } = row
  const isOverdue = isOpen(state) && row.dueOn !== null && row.dueOn < today
  return {
    ...row,
    state,
    source: row.source,
    class: row.class,
    organisation: { id: organisationId, name: organisationName },
    numberedBy: numberedById === organisationId ? null : numberedByName,
    lead: leadId === null ? null : { id: leadId, name: leadName ?? '' },
    handler: handlerId === null ? null : { id: handlerId, name: handlerName ?? '' },
    about: aboutId === null ? null : { id: aboutId, name: aboutName ?? '' },
    relapseOf: relapseOf === null ? null : { id: relapseOf, number: originNumber ?? 0 },
    overdueDays: isOverdue && row.dueOn !== null ? workdaysBetween(row.dueOn, today, exceptions) : 0,
  }
}

/** A literal, not a parameter: a generic plan can use the partial indexes (`where is_open`) only if the condition is constant. */
const OPEN = sql<boolean>`is_open`

type Rows = ReturnType<typeof problems>

function ofStanding(rows: Rows, standing: ListQuery['standing'], today: string): Rows {
  if (standing === 'open') return rows.where(OPEN)
  if (standing === 'overdue') return rows.where(OPEN).where('problem.due_order', '<', today)
  if (standing === 'done') return rows.where('problem.state', 'in', closedStates)
  if (standing === 'counted') return rows.where('problem.state', 'not in', uncountedStates)
  if (standing === 'proved') return rows.where('problem.proved_on', 'is not', null)
  if (standing === 'claimed') return rows.where('problem.state', '=', 'closure_claimed')
  if (standing === 'sustained') return rows.where(OPEN).where('problem.class', '=', 'sustained')
  if (standing === 'going') return rows.where(OPEN).where('problem.class', '!=', 'sustained')
  return rows
}

/** The rows a question asks for, of those the actor may read. */
export function narrowed(db: Database | Tx, actor: Actor, query: ListQuery) {
  const { organisation, standing, today, text } = query
  let wanted = problems(db)
  wanted =
    organisation === null
      ? wanted.where((builder) => seenProblems(builder, 'problem', { actor, permission: 'problem.read' }))
      : wanted
          .where(`problem.${levelColumn(organisation.level)}`, '=', organisation.id)
          .where((builder) => notOthersOwn(builder, 'problem', { actor, permission: 'problem.read' }))
  if (organisation !== null && query.isOwnLevel) wanted = wanted.where('problem.organisation_id', '=', organisation.id)
  if (query.problemIds !== undefined)
    wanted = wanted.where('problem.id', '=', sql<string>`any(${query.problemIds}::uuid[])`)
  wanted = ofStanding(wanted, standing, today)
  // What was a mistake is found by who asks for just that.
  if (query.state !== undefined) wanted = wanted.where('problem.state', '=', query.state)
  else if (query.problemIds === undefined) wanted = wanted.where('problem.state', '!=', 'withdrawn')
  if (query.source !== undefined) wanted = wanted.where('problem.source', '=', query.source)
  if (query.class !== undefined) wanted = wanted.where('problem.class', '=', query.class)
  if (query.aspect !== undefined && query.aspect !== '') wanted = wanted.where('problem.aspect', '=', query.aspect)
  if (query.dueFrom !== undefined) wanted = wanted.where('problem.due_order', '>=', query.dueFrom)
  if (query.dueTo !== undefined) wanted = wanted.where('problem.due_order', '<=', query.dueTo)
  const { registeredMonth, struckOffMonth } = query
  if (registeredMonth !== undefined)
    wanted = wanted
      .where('problem.registered_on', '>=', `${registeredMonth}-01`)
      .where('problem.registered_on', '<', monthAfter(registeredMonth))
  if (struckOffMonth !== undefined)
    wanted = wanted
      .where('problem.struck_off_on', '>=', `${struckOffMonth}-01`)
      .where('problem.struck_off_on', '<', monthAfter(struckOffMonth))
  if (query.inspectionId !== undefined) wanted = wanted.where('problem.inspection_id', '=', query.inspectionId)
  const personId = query.isMine ? actor.personId : query.personId
  if (personId !== undefined)
    wanted = wanted.where((builder) =>
      builder.or([builder('problem.lead_id', '=', personId), builder('problem.handler_id', '=', personId)]),
    )
  const asked = text === '' ? null : searchCondition(text)
  if (asked !== null)
    wanted = wanted.where((builder) => {
      const named = builder
        .selectFrom('search_entry')
        .select('search_entry.id')
        .where(
          'kind',
          'in',
          problemSearches.map(({ kind }) => kind),
        )
        .where(asked)
      const number = numberIn(text)
      // In questions of their own, each with its index, not in one with “or”.
      return builder(
        'problem.id',
        'in',
        number === null
          ? named
          : named.union(numberedIds(db, number, organisation === null ? ownUnits(actor) : [organisation.id])),
      )
    })
  return wanted
}

/** The first day of the month after one, `yyyy-mm`. */
function monthAfter(month: string) {
  return sql<string>`(${`${month}-01`}::date + interval '1 month')`
}

/** Which page, and in which order. */
export interface Paging {
  readonly after?: string | undefined
  readonly limit: number
  readonly sort: ProblemSort
  readonly isDescending: boolean
}

/** How many rows a question asks for, and how many of them are overdue. */
export async function countOf(db: Database, actor: Actor, query: ListQuery): Promise<{ all: number; overdue: number }> {
  return narrowed(db, actor, query)
    .clearSelect()
    .select([
      sql<number>`(count(*))::int`.as('all'),
      sql<number>`(count(*) filter (where ${OPEN} and due_order < ${query.today}))::int`.as('overdue'),
    ])
    .executeTakeFirstOrThrow()
}

/** A page of the ledger. */
export async function problemsPage(
  db: Database,
  actor: Actor,
  { exceptions, after, limit, sort, isDescending, ...query }: ListQuery & Today & Paging,
): Promise<Page<Problem>> {
  const { keys, sortedBy } = orderOf(sort, isDescending)
  const wanted = narrowed(db, actor, query).select(sortedBy.as('sortedBy'))
  const { items, next } = await page(wanted, keys, { after, limit, descending: isDescending })
  return { items: items.map((row) => toProblem(row, { today: query.today, exceptions })), next }
}

/** Which problems stand before and after one in a list, and its place there; null where it is not among them. */
export async function neighboursOf(
  db: Database,
  actor: Actor,
  {
    problemId,
    sort,
    isDescending,
    ...query
  }: ListQuery & Pick<Paging, 'sort' | 'isDescending'> & { problemId: string },
): Promise<Neighbours> {
  const { keys, sortedBy } = orderOf(sort, isDescending)
  const at = await db
    .selectFrom('problem')
    .select(['id', sortedBy.as('sortedBy')])
    .where('id', '=', problemId)
    .executeTakeFirstOrThrow()
  const after = cursorAt(keys, at)
  const list = narrowed(db, actor, query)
  const sorted = list.select(sortedBy.as('sortedBy'))
  const [next, previous, { all, before, isListed }] = await Promise.all([
    page(sorted, keys, { after, limit: 1, descending: isDescending }),
    page(sorted, keys, { after, limit: 1, descending: !isDescending }),
    list
      .clearSelect()
      .select([
        sql<number>`(count(*))::int`.as('all'),
        sql<number>`(count(*) filter (where ${beyond(keys, after, !isDescending)}))::int`.as('before'),
        sql<boolean>`coalesce(bool_or(problem.id = ${problemId}), false)`.as('isListed'),
      ])
      .executeTakeFirstOrThrow(),
  ])
  const nearest = ({ items: [row] }: typeof next) => (row === undefined ? null : { id: row.id, number: row.number })
  return { previous: nearest(previous), next: nearest(next), all, position: isListed ? before + 1 : null }
}

/** The ids of all the rows not proved yet, in one order. */
export async function unprovedIds(db: Database, actor: Actor, query: ListQuery): Promise<string[]> {
  const rows = await narrowed(db, actor, query)
    .clearSelect()
    .select('problem.id')
    .where('proved_on', 'is', null)
    .orderBy('problem.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Those of some problems that the actor may see, as the ledger shows them, in the order given. */
export async function listedProblems(
  db: Database,
  actor: Actor,
  ids: readonly string[],
  today: Today,
): Promise<Problem[]> {
  const rows = await problems(db)
    .where('problem.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where((builder) => seenProblems(builder, 'problem', { actor, permission: 'problem.read' }))
    .execute()
  const byId = new Map(rows.map((row) => [row.id, toProblem(row, today)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export async function listedProblem(db: Database | Tx, id: string, today: Today): Promise<Problem | undefined> {
  const row = await problems(db).where('id', '=', id).executeTakeFirst()
  return row && toProblem(row, today)
}

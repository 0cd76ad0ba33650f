import { type Answer, type endpoints, problemFilters } from '@duizhao/contract'
import { z } from 'zod'
import { dateInChina, endOfDay, readExceptions } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { organisationAsOf, permittedOrganisation } from '../../office/organisation/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { seenProblem } from './act.ts'
import { countOf, type ListQuery, neighboursOf, type Paging, problemsPage } from './list-queries.ts'
import { problemById } from './problem-queries.ts'
import { pageAsOf, type PastPage, statisticsAsOf, statisticsNow } from './statistics-queries.ts'

const Filters = z.object(problemFilters)
type Given = z.output<typeof Filters>

/** A page of the ledger: of one organisation and what is below, or of all the actor may see. */
export async function readLedger(
  context: ActorContext,
  { organisationId, after, limit, sort, isDescending, ...filters }: Given & Paging,
): Promise<Answer<typeof endpoints.listProblems>> {
  const query = await listQuery(context, { ...filters, organisationId })
  const exceptions = await readExceptions(context.db)
  return problemsPage(context.db, context.actor, { ...query, exceptions, after, limit, sort, isDescending })
}

/** What stands beside a problem in a list. Not found for what the actor may not see. */
export async function readNeighbours(
  context: ActorContext,
  problemId: string,
  { organisationId, sort, isDescending, ...filters }: Given & Pick<Paging, 'sort' | 'isDescending'>,
): Promise<Answer<typeof endpoints.readNeighbours>> {
  seenProblem(context, await problemById(context.db, problemId))
  const query = await listQuery(context, { ...filters, organisationId })
  return neighboursOf(context.db, context.actor, { ...query, problemId, sort, isDescending })
}

/** How many problems the filters leave: what a list shows of them a page at a time. */
export async function countLedger(
  context: ActorContext,
  filters: Given,
): Promise<Answer<typeof endpoints.countProblems>> {
  return countOf(context.db, context.actor, await listQuery(context, filters))
}

/** The question to the ledger that filters stand for; the organisation must be one the actor may read. */
export async function listQuery(
  { db, actor, now }: ActorContext,
  { organisationId, ...filters }: Given,
): Promise<ListQuery> {
  const organisation =
    organisationId === undefined ? null : await permittedOrganisation(db, actor, 'problem.read', organisationId)
  return { ...filters, organisation, today: dateInChina(now) }
}

/** The counts of an organisation, now or at the end of an earlier day. */
export async function readStatistics(
  context: ActorContext,
  organisationId: string,
  asOf: string | undefined,
): Promise<Answer<typeof endpoints.readLedgerStatistics>> {
  const { db, actor, now } = context
  const today = dateInChina(now)
  const organisation = await permittedOrganisation(db, actor, 'problem.read', organisationId)
  if (asOf === undefined || asOf === today) return statisticsNow(db, organisation, today)
  const then = await organisationAsOf(db, organisation, endOfDay(past(asOf, today)))
  return statisticsAsOf(db, then, asOf)
}

/** A page of the ledger of an organisation as it stood at the end of a day. */
export async function readLedgerAsOf(
  { db, actor, now }: ActorContext,
  organisationId: string,
  paging: PastPage,
): Promise<Answer<typeof endpoints.listProblemsAsOf>> {
  const organisation = await permittedOrganisation(db, actor, 'problem.read', organisationId)
  const then = await organisationAsOf(db, organisation, endOfDay(past(paging.asOf, dateInChina(now))))
  return pageAsOf(db, actor, then, paging)
}

/** A day that is over: what will be cannot be opened again. */
function past(asOf: string, today: string): string {
  if (asOf > today)
    throw invalid('这一天还没有到。', '请选今天或以前的日期。', [{ field: 'asOf', message: '晚于今天' }])
  return asOf
}

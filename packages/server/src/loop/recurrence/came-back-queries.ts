import type { Page, RecurrenceVerdict } from '@duizhao/contract'
import { sql } from 'kysely'
import { levelColumn } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import { isCompared, placeBelow } from './compared-condition-queries.ts'

interface Link {
  readonly problem_id: string
  readonly earlier_id: string
  readonly verdict: string
  readonly reason: string
  readonly by_name: string
  readonly at: Date | null
}

/** What a person said came back, and what a look-back found to have come back, unless a person said something of that. */
const links = sql<Link>`(
  select problem_id, earlier_id, verdict, reason, by_name, at from recurrence_verdict where verdict <> 'different'
  union all
  select again.id, again.relapse_of, 'relapse', '', '', null from problem again
  where again.relapse_of is not null and not exists (
    select from recurrence_verdict said where said.problem_id = again.id and said.earlier_id = again.relapse_of)
)`

export interface Asked {
  readonly organisation: { readonly id: string; readonly level: number }
  readonly from: string
  readonly before: string
}

/** What came back among the problems of an organisation and those below it, of which the actor may see both. */
function cameBack(db: Database, actor: Actor, { organisation, from, before }: Asked) {
  return (
    db
      .selectFrom(links.as('link'))
      .innerJoin('problem', 'problem.id', 'link.problem_id')
      .innerJoin('problem as earlier', 'earlier.id', 'link.earlier_id')
      .where(`problem.${levelColumn(organisation.level)}`, '=', organisation.id)
      .where('problem.registered_on', '>=', from)
      .where('problem.registered_on', '<', before)
      .where('problem.state', 'not in', ['superseded', 'withdrawn'])
      // What was registered by mistake was never there.
      .where('earlier.state', '<>', 'withdrawn')
      .where((builder) => isCompared(builder, 'problem', actor))
      .where((builder) => isCompared(builder, 'earlier', actor))
  )
}

export interface CameBackRow {
  readonly number: number
  readonly problemId: string
  readonly earlierId: string
  readonly verdict: RecurrenceVerdict
  readonly reason: string
  readonly by: string
  readonly at: Date | null
}

/** A page of it, the latest problems first. */
export async function cameBackPage(
  db: Database,
  actor: Actor,
  { after, limit, ...asked }: Asked & { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<CameBackRow>> {
  const query = cameBack(db, actor, asked).select([
    'problem.number',
    'link.problem_id as problemId',
    'link.earlier_id as earlierId',
    'link.verdict',
    'link.reason',
    'link.by_name as by',
    'link.at',
  ])
  const keys = [
    { column: 'problem.number', property: 'number' },
    { column: 'link.earlier_id', property: 'earlierId' },
  ]
  const { items, next } = await page(query, keys, { after, limit, descending: true })
  return { items: items.map((row) => ({ ...row, verdict: row.verdict as RecurrenceVerdict })), next }
}

/** How many problems relapsed, and how many others are old ones still unsolved: of the organisation itself, and by what is just below. */
export async function cameBackCounts(
  db: Database,
  actor: Actor,
  asked: Asked,
): Promise<{ readonly organisationId: string; readonly relapsed: number; readonly ongoing: number }[]> {
  const place = placeBelow(asked.organisation.level)
  const isRelapse = sql`link.verdict = 'relapse'`
  const rows = await cameBack(db, actor, asked)
    .select([
      place.as('organisationId'),
      sql<number>`count(distinct problem.id) filter (where ${isRelapse})`.as('relapsed'),
      sql<number>`count(distinct problem.id)`.as('all'),
    ])
    .groupBy(place)
    .execute()
  return rows.map(({ organisationId, relapsed, all }) => ({
    organisationId,
    relapsed: Number(relapsed),
    ongoing: Number(all) - Number(relapsed),
  }))
}

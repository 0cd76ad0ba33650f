import type { ProblemClass, ProblemState } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'

/** The inspection that fed something back last, by the end of a day: of a unit itself. */
export async function lastFedBack(
  db: Database,
  { organisationId, to, at }: { readonly organisationId: string; readonly to: string; readonly at: Date },
): Promise<{ readonly id: string; readonly fedBackOn: string } | undefined> {
  return db
    .selectFrom('inspection')
    .select(['id', 'fed_back_on as fedBackOn'])
    .where('organisation_id', '=', organisationId)
    .where('fed_back_on', '<=', to)
    .where(
      sql<boolean>`exists (select from feedback_item where inspection_id = inspection.id and created_at < ${at}
        and (withdrawn_at is null or withdrawn_at >= ${at}))`,
    )
    .orderBy('fed_back_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The items of an inspection as there were at a moment. */
export async function itemsAt(db: Database, inspectionId: string, at: Date) {
  return db
    .selectFrom('feedback_item')
    .select(['id', 'position', 'category', 'aspect', 'text'])
    .where('inspection_id', '=', inspectionId)
    .where('created_at', '<', at)
    .where((where) => where.or([where('withdrawn_at', 'is', null), where('withdrawn_at', '>=', at)]))
    .orderBy('position')
    .execute()
}

interface RowAt {
  readonly id: string
  readonly number: number
  readonly state: ProblemState
  readonly class: ProblemClass
  readonly measures: number
}

/**
 * The problems the items of an inspection ended in at a moment, each once, as they stood then; of their measures how many
 * there are now: what they were is not kept.
 */
export async function rowsAt(db: Database, inspectionId: string, at: Date): Promise<RowAt[]> {
  const { rows } = await sql<RowAt>`
    with recursive hung (problem_id) as (
      select problem_id from feedback_row join feedback_item on feedback_item.id = item_id
      where inspection_id = ${inspectionId} and created_at < ${at} and (withdrawn_at is null or withdrawn_at >= ${at})
        and feedback_row.at < ${at} and (until is null or until >= ${at})
      union
      select heir.id from hung cross join lateral (
        select id from problem where relapse_of = hung.problem_id
        union all select id from problem where split_from = hung.problem_id
        union all select merged_into from problem where id = hung.problem_id and merged_into is not null) as heir)
    select problem.id, problem.number, problem_version.state, problem_version.class,
      (select count(*) from measure where measure.problem_id = problem.id)::int as measures
    from hung join problem on problem.id = hung.problem_id
      join problem_version on problem_version.problem_id = problem.id and valid_from < ${at} and valid_to >= ${at}
    order by problem.number`.execute(db)
  return rows
}

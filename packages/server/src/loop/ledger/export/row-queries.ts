import type { Measure, Problem, Progress } from '@duizhao/contract'
import { originInWords } from '@duizhao/engine/wording'
import { sql } from 'kysely'
import type { WorkdayExceptions } from '../../../platform/calendar/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { shownOriginsOf } from '../origins.ts'
import { type ListQuery, narrowed, toProblem } from '../list-queries.ts'

/** A row of the ledger with all that its sheet shows. */
export interface LedgerRow extends Problem {
  readonly result: string
  readonly measures: readonly Measure[]
  /** The oldest first. */
  readonly progress: readonly Pick<Progress, 'on' | 'text'>[]
  readonly evidence: readonly { readonly measureId: string | null; readonly name: string }[]
  /** Where it was taken from, of the places the actor may see: 《…》第 1 版：“…”. */
  readonly origins: readonly string[]
}

/** The rows a question asks for in the order of their numbers, in as many queries however many there are. */
export async function ledgerRows(
  context: ActorContext,
  query: ListQuery,
  { limit, exceptions }: { readonly limit: number; readonly exceptions: WorkdayExceptions },
): Promise<LedgerRow[]> {
  const { db, actor } = context
  const listed = await narrowed(db, actor, query).orderBy('problem.number').limit(limit).execute()
  const rows = listed.map((row) => toProblem(row, { today: query.today, exceptions }))
  const ids = rows.map(({ id }) => id)
  const any = sql<string>`any(${ids}::uuid[])`
  const [results, measures, progress, evidence, origins] = await Promise.all([
    db.selectFrom('problem').select(['id', 'result']).where('id', '=', any).where('result', '!=', '').execute(),
    db
      .selectFrom('measure')
      .select(['id', 'problem_id as problemId', 'text', 'responsible', 'co_unit as coUnit', 'funding', 'contingency'])
      .select(['due_on as dueOn', 'early_on as earlyOn', 'done_on as doneOn'])
      .where('problem_id', '=', any)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('progress')
      .select(['problem_id as problemId', 'dated_on as on', 'text'])
      .where('problem_id', '=', any)
      .orderBy('dated_on')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('evidence')
      .select(['problem_id as problemId', 'measure_id as measureId', 'name'])
      .where('problem_id', '=', any)
      .where('removed_at', 'is', null)
      .orderBy('at')
      .orderBy('id')
      .execute(),
    shownOriginsOf(context, db, ids),
  ])
  const resultOf = new Map(results.map(({ id, result }) => [id, result]))
  const measuresOf = Map.groupBy(measures, ({ problemId }) => problemId)
  const progressOf = Map.groupBy(progress, ({ problemId }) => problemId)
  const evidenceOf = Map.groupBy(evidence, ({ problemId }) => problemId)
  return rows.map((row) => ({
    ...row,
    result: resultOf.get(row.id) ?? '',
    measures: measuresOf.get(row.id) ?? [],
    progress: progressOf.get(row.id) ?? [],
    evidence: evidenceOf.get(row.id) ?? [],
    origins: (origins.get(row.id) ?? []).map(({ title: named, words }) => originInWords({ named, words })),
  }))
}
